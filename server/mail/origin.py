"""Where this installation lives on the web: what links, pictures and Message-IDs in e-mails begin or end with."""

from urllib.parse import urlsplit

_base_url = "http://localhost:8000"


def use_base_url(url: str) -> None:
    """Set the address people reach the product at; the roots do it once."""
    global _base_url
    _base_url = url.rstrip("/")


def absolute(path: str) -> str:
    """The whole address of a path of ours."""
    return _base_url + path


def host() -> str:
    """The name of the installation's host, for Message-IDs."""
    return urlsplit(_base_url).hostname or "localhost"
