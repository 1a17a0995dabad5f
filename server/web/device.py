"""What a person would call their device, read from the User-Agent: "Firefox on Windows"."""

import re
from typing import Final

LONGEST: Final = 200

_BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Vivaldi", "Vivaldi"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS: Final = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)
_UNFIT = re.compile(r"[^\x20-\x7e]+")


def readable(user_agent: str) -> str:
    """Browser and system by name; the first words of the header where neither is known; never a control character."""
    plain = _UNFIT.sub(" ", user_agent[:1000]).strip()
    browser = next((name for mark, name in _BROWSERS if mark in plain), "")
    system = next((name for mark, name in _SYSTEMS if mark in plain), "")
    return (f"{browser} on {system}" if browser and system else browser or system or plain)[:LONGEST].strip()
