// The desk's own script: keys, selections, and rings around spans. Every page works without it.
"use strict";

const OFF = "heard.keys.off";
const page = document.documentElement;
page.classList.add("scripted");

// Offsets: code points of the account's text. An element with data-n stands for n characters, whatever it shows.

function codePoints(words) {
  return [...words].length;
}

function lengthBefore(root, node, offset) {
  let length = 0;
  const walk = (here) => {
    if (here === node) {
      if (here.nodeType === Node.TEXT_NODE) {
        length += codePoints(here.data.slice(0, offset));
      } else {
        [...here.childNodes].slice(0, offset).forEach(walkWhole);
      }
      return true;
    }
    if (here.nodeType === Node.TEXT_NODE) {
      length += codePoints(here.data);
      return false;
    }
    if (here.dataset && here.dataset.n) {
      const inside = here.contains(node);
      length += inside && offset === 0 ? 0 : Number(here.dataset.n);
      return inside;
    }
    return [...here.childNodes].some(walk);
  };
  const walkWhole = (here) => {
    length += here.nodeType === Node.TEXT_NODE ? codePoints(here.data)
      : here.dataset && here.dataset.n ? Number(here.dataset.n)
      : (([...here.childNodes].forEach(walkWhole)), 0);
  };
  walk(root);
  return length;
}

function placeOf(node, offset) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  const paragraph = element && element.closest(".paragraph");
  return paragraph ? Number(paragraph.dataset.start) + lengthBefore(paragraph, node, offset) : null;
}

function selectedWords() {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : { start, end, words: selection.toString() };
}

// The document follows the draft being looked at.

function marksOf(key) {
  return document.querySelectorAll(`[data-drafts~="${CSS.escape(key)}"]`);
}

function light() {
  const list = document.getElementById("drafts");
  if (!list || !document.getElementById("document")) return;
  document.querySelectorAll(".document .now").forEach((mark) => mark.classList.remove("now"));
  const settled = new Set([...list.querySelectorAll("[data-settled]")].map((item) => item.dataset.draft));
  document.querySelectorAll("[data-drafts]").forEach((mark) => {
    mark.classList.toggle("settled", mark.dataset.drafts.split(" ").every((key) => settled.has(key)));
  });
  const current = document.getElementById("current");
  if (!current) return;
  const marks = marksOf(current.dataset.draft);
  marks.forEach((mark) => mark.classList.add("now"));
  if (marks.length) bring(marks[0], document.getElementById("document"), 0.33);
  if (scrolls(list)) bring(current, list, 0.2);
  else current.scrollIntoView({ block: "nearest" });
}

function scrolls(box) {
  return box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY === "auto";
}

// Only the box scrolls, never the page around it: `share` is how far down the element comes to stand.
function bring(element, box, share) {
  const from = element.getBoundingClientRect();
  const around = box.getBoundingClientRect();
  const seen = from.top >= around.top + 60 && from.bottom <= around.bottom - 20;
  if (!seen) box.scrollTop += from.top - around.top - box.clientHeight * share;
}

function openNewClaim(words) {
  const box = document.getElementById("new-claim");
  if (!box) return;
  box.open = true;
  const form = box.querySelector("form");
  if (words) {
    form.elements.start.value = words.start;
    form.elements.end.value = words.end;
    form.elements.begins.value = words.words;
  }
  const field = words ? form.elements.what : form.elements.begins;
  field.focus();
  box.scrollIntoView({ block: "nearest" });
}

// Keys.

function press(key) {
  const found = document.querySelector(`#drafts [data-key="${key}"]`);
  if (key === "n") return openNewClaim(selectedWords());
  if (!found) return;
  if (found.tagName === "FORM") found.requestSubmit();
  else if (found.tagName === "DETAILS") {
    found.open = true;
    (found.querySelector("[name^=argument_]") || found.querySelector("input:not([type=hidden]), select")).focus();
  } else found.click();
}

function writing(target) {
  return target.closest("input:not([type=checkbox]), textarea, select, dialog, [contenteditable]");
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && writing(event.target) && event.target.closest("#drafts")) {
    event.target.blur();
    document.getElementById("drafts").focus();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
  const dialog = document.getElementById("keys");
  if (!dialog) return;
  if (event.key === "?") {
    dialog.showModal();
    event.preventDefault();
  } else if ("jkaerun".includes(event.key) && localStorage.getItem(OFF) !== "1") {
    event.preventDefault();
    press(event.key);
  }
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens).showModal();
  const part = event.target.closest(".draft.now .part[data-field]");
  if (part) {
    const box = document.querySelector('#drafts [data-key="e"]');
    if (box) {
      box.open = true;
      box.querySelector(`[name="${part.dataset.field}"]`).focus();
    }
    return;
  }
  const mark = event.target.closest(".document [data-drafts]");
  if (!mark || (window.getSelection() && !window.getSelection().isCollapsed)) return;
  const key = mark.dataset.drafts.split(" ").pop();
  const link = document.querySelector(`[data-draft="${CSS.escape(key)}"] a.open`);
  if (link) link.click();
});

// Long work says so; a download answers without a new page, so the notice goes when the window is looked at again.
document.addEventListener("submit", (event) => {
  const notice = event.target.querySelector("[data-waiting]");
  if (!notice || !("slow" in event.target.dataset)) return;
  notice.hidden = false;
  window.addEventListener("focus", () => { notice.hidden = true; }, { once: true });
});

document.addEventListener("change", (event) => {
  if (event.target.id === "keys-off") localStorage.setItem(OFF, event.target.checked ? "1" : "");
});

// What was typed by hand is looked for again; only a selection carries its place.
document.addEventListener("input", (event) => {
  if (event.target.name !== "begins") return;
  event.target.form.elements.start.value = "";
  event.target.form.elements.end.value = "";
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target && event.detail.target.id !== "drafts") return;
  light();
  const wrong = document.querySelector("#drafts [aria-invalid=true]");
  const title = document.getElementById("current-title");
  if (wrong) wrong.focus();
  else if (title) title.focus({ preventScroll: true });
});

document.addEventListener("DOMContentLoaded", () => {
  const box = document.getElementById("keys-off");
  if (box) box.checked = localStorage.getItem(OFF) === "1";
  light();
});
