"""Every way the business says no.

DomainError
├── Unauthenticated   nobody is signed in, or no longer
├── Forbidden         this person may not do it
├── NotFound          there is none, or none this person may know of
├── Conflict          the state of things is against it (an older version, a taken name)
├── Invalid           the input is wrong; names each field
├── LimitReached      a plan or a bound is used up
├── RateLimited       too many tries; says when to try again
└── Unavailable       the server is too busy for this now; says when to try again
"""

import dataclasses
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field: its path in the input (`contacts.0.email`), a code, and what the sentence needs."""

    field: str
    code: str
    params: dict[str, str | int] = dataclasses.field(default_factory=dict)


class DomainError(Exception):
    """A refusal with a code that is part of the API; its sentence stands in `server/words/errors`."""

    code = "INTERNAL"

    def __init__(self, code: str | None = None, **params: str | int) -> None:
        self.code = code or type(self).code
        self.params = params
        super().__init__(self.code)


class Unauthenticated(DomainError):
    """Nobody is signed in, or no longer."""

    code = "UNAUTHENTICATED"


class Forbidden(DomainError):
    """This person may not do it."""

    code = "FORBIDDEN"


class NotFound(DomainError):
    """There is none, or none this person may know of."""

    code = "NOT_FOUND"


class Conflict(DomainError):
    """The state of things is against it."""

    code = "CONFLICT"


class Invalid(DomainError):
    """The input is wrong; `problems` names each field."""

    code = "INVALID"

    def __init__(self, *problems: Problem) -> None:
        super().__init__()
        self.problems = problems

    def under(self, path: str) -> "Invalid":
        """The same refusal with every field moved below `path`."""
        return Invalid(*(Problem(f"{path}.{p.field}", p.code, p.params) for p in self.problems))


class LimitReached(DomainError):
    """A plan or a bound is used up."""

    code = "LIMIT_REACHED"


class RateLimited(DomainError):
    """Too many tries; `retry_after` is in seconds."""

    code = "RATE_LIMITED"

    def __init__(self, retry_after: int) -> None:
        super().__init__(seconds=retry_after, wait=_spoken(retry_after))
        self.retry_after = retry_after


class Unavailable(DomainError):
    """The server is too busy for this now; `retry_after` is in seconds."""

    code = "UNAVAILABLE"

    def __init__(self, retry_after: int = 5) -> None:
        super().__init__(seconds=retry_after, wait=_spoken(retry_after))
        self.retry_after = retry_after


def _spoken(seconds: int) -> str:
    """`45 s`, `30 min`: as all our languages write it."""
    return f"{seconds} s" if seconds < 100 else f"{-(-seconds // 60)} min"
