"""What an attached file is called: by its own name and by what it came with."""

_TITLES = {
    "en": "{file} — attached to {title}",
    "az": "{file} — bu sənədə əlavə: {title}",
    "ru": "{file} — приложение к: {title}",
}
#: Characters of a title; a longer one, of letters inside letters, is cut with a sign that it was.
LONGEST = 300


def attached_title(file: str, title: str, language: str) -> str:
    """A title for the file `file` that came with the account titled `title`, in a member's language."""
    called = _TITLES.get(language, _TITLES["en"]).format(file=file, title=title)
    return called if len(called) <= LONGEST else called[: LONGEST - 1] + "…"
