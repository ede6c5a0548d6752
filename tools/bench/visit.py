"""One request through the whole of Django, without a network in between."""

import io
from collections.abc import Callable
from typing import Any

from django.core.handlers.wsgi import WSGIHandler

Environ = dict[str, Any]


def environ(path: str, cookies: dict[str, str]) -> Environ:
    """What a WSGI server hands over for a GET."""
    path, _mark, query = path.partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "localhost",
        "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.version": (1, 0),
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }


class Visitor:
    """Somebody with a session who asks for one page again and again."""

    def __init__(self, handler: WSGIHandler, path: str, cookies: dict[str, str]) -> None:
        self.handler = handler
        self.path = path
        self.cookies = cookies

    def __call__(self) -> bytes:
        """Ask once. Raises AssertionError for anything but the page."""
        status: list[str] = []

        def start(line: str, _headers: Any, _error: Any = None, /) -> Callable[[bytes], object]:
            status.append(line)
            return lambda _body: None

        response = self.handler(environ(self.path, self.cookies), start)
        body = b"".join(response)
        response.close()
        assert status[0].startswith("200"), f"{self.path}: {status[0]}"
        return body
