"""Many names that people could have, few of them often, as in a real register."""

from functools import cache
from itertools import accumulate
from random import Random
from typing import Final

FIRST_NAMES: Final = (
    *("María", "José", "Ana", "Íñigo", "Lucía", "Óscar", "Begoña", "Álvaro", "Nuria", "Sergio", "Ștefan", "Ioana"),
    *("Mihai", "Andreea", "Răzvan", "Elena", "Jürgen", "Käthe", "Björn", "Anna", "Lukas", "Sabine", "James", "Grace"),
    *("Siobhán", "Liam", "Emma", "Noah", "Olivia", "Ethan", "Chloe", "Daniel", "Ruth", "Samuel", "Nora", "Hugo"),
)
COMPANIES: Final = ("Bodegas", "Clínica", "Construcciones", "Gestión", "Muebles", "Talleres", "Transportes", "Ţesături")
TAGS: Final = (
    "VAT",
    "Payroll",
    "Árbol",
    "Annual",
    "New",
    "Quarterly",
    "Late",
    "Group",
    "Export",
    "Audit",
    "EU",
    "Cash",
)
COLORS: Final = (
    "BLUE",
    "CYAN",
    "GRAPE",
    "GREEN",
    "INDIGO",
    "ORANGE",
    "PINK",
    "RED",
    "TEAL",
    "VIOLET",
    "YELLOW",
    "LIME",
)

_HEADS: Final = (
    *("Al", "Bar", "Cas", "Dom", "Es", "Fer", "Gar", "Her", "Ib", "Jor", "Kel", "Lo", "Mar"),
    *("Nav", "Or", "Pér", "Qui", "Rod", "San", "Tor", "Ul", "Vid", "Wein", "Xim", "Zam"),
)
_MIDDLES: Final = ("a", "e", "i", "o", "u", "án", "er", "in", "os", "ul")
_TAILS: Final = ("ez", "ero", "ano", "illo", "eda", "ués", "escu", "mann", "ley", "ton", "berg", "da")


@cache
def surnames() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Three thousand, and how often each comes, added up: the tenth a tenth as often as the first."""
    made = [head + middle + tail for head in _HEADS for middle in _MIDDLES for tail in _TAILS]
    Random(7).shuffle(made)
    return tuple(made), tuple(accumulate(1 / (rank + 10) for rank in range(len(made))))
