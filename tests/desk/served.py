"""Run by test_serving: serve a fresh home, visit it over HTTP, and print what was found as JSON."""

import http.cookiejar
import json
import re
import sys
import tempfile
import threading
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from heard.desk import create_member, prepare
from heard.desk.serving import server_for
from heard.records.home import create_home
from heard.records.wrapping import Cost

PASSWORD = "a long enough password"


class Visitor:
    """A browser without scripts, in a few lines."""

    def __init__(self, base: str) -> None:
        self.base = base
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(cookies)
        self.headers: dict[str, str] = {}

    def get(self, path: str) -> tuple[int, str]:
        return self._send(urllib.request.Request(self.base + path))  # noqa: S310  # this machine only

    def post(self, path: str, body: bytes, media_type: str) -> tuple[int, str]:
        headers = {"Content-Type": media_type, "Referer": self.base + path}
        return self._send(urllib.request.Request(self.base + path, data=body, headers=headers))  # noqa: S310  # the same

    def _send(self, request: urllib.request.Request) -> tuple[int, str]:
        try:
            with self.opener.open(request) as answer:
                self.headers = dict(answer.headers)
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode()


def token(page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def multipart(fields: dict[str, str], content: bytes) -> tuple[bytes, str]:
    edge = "edge-of-a-part"
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="letter.txt"\r\n'
    head += "Content-Type: text/plain\r\n\r\n"
    body = "".join(parts).encode() + head.encode() + content + f"\r\n--{edge}--\r\n".encode()
    return body, f"multipart/form-data; boundary={edge}"


def visit(base: str, mark: str) -> dict[str, object]:
    visitor = Visitor(base)
    found: dict[str, object] = {}
    found["log in"], page = visitor.get("/entrance/log-in/")
    form = {"csrfmiddlewaretoken": token(page), "login": "aysel", "password": PASSWORD}
    _, page = visitor.post(
        "/entrance/log-in/", urllib.parse.urlencode(form).encode(), "application/x-www-form-urlencoded"
    )
    found["inbox"], page = visitor.get("/")
    found["server"] = visitor.headers.get("Server", "")
    _, page = visitor.get("/accounts/add/")
    fields = {
        "csrfmiddlewaretoken": token(page),
        "title": "Long letter",
        "label": "a detainee",
        "relation": "self",
        "grade": "F",
        "use_store_encrypted": "granted",
    }
    # a picture, so that it is kept and not read; past 512 KiB, where a server would begin a temporary file
    letter = b"\x89PNG\r\n\x1a\n" + mark.encode() + bytes(600_000)
    body, media_type = multipart(fields, letter)
    status, page = visitor.post("/accounts/add/", body, media_type)
    found["kept"] = status == 200 and "Long letter" in page
    status, page = visitor.post("/accounts/add/", bytes(51 * 1024 * 1024), media_type)
    found["too large"] = [status, "at most 50 megabytes" in page]
    return found


def main(folder: Path, mark: str) -> None:
    home = folder / "home"
    create_home(home, "seven grey herons", cost=Cost(passes=1, memory=8, lanes=1))
    prepare(home, "seven grey herons")
    create_member(username="admin", name="Admin", role="administrator", password=PASSWORD)
    create_member(username="aysel", name="Aysel", role="documenter", password=PASSWORD)
    made: list[str] = []
    real = tempfile.TemporaryFile
    tempfile.TemporaryFile = lambda *args, **kwargs: made.append("file") or real(*args, **kwargs)  # type: ignore[assignment, misc]
    server = server_for("127.0.0.1", 0, second_factor=False)
    threading.Thread(target=server.run, daemon=True).start()
    found = visit(f"http://127.0.0.1:{server.effective_port}", mark)
    found["temporary files"] = made
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
