"""Inputs and answers that several nouns share."""

import strawberry


@strawberry.input(description="The id of one thing.")
class IdInput:
    """For actions that need no more."""

    id: strawberry.ID


@strawberry.input(description="The token of an e-mailed link: what stands behind its `#`.")
class TokenInput:
    """Shown to nobody but the addressee."""

    token: str


@strawberry.type(description="It is done; there is nothing else to tell.")
class DonePayload:
    """The same answer for everybody where an answer could betray something (INV-9)."""

    done: bool = True
