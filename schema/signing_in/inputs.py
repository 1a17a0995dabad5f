"""What people send to come in."""

import strawberry

from schema.scalars import Language
from server.identity.models import Door


@strawberry.input(description="E-mail and password, at one of the two doors.")
class SignInInput:
    """SEC-1."""

    email: str
    password: str
    door: Door


@strawberry.input(description="Whose password is to be recovered.")
class RequestRecoveryInput:
    """TEAM-7."""

    email: str
    door: Door


@strawberry.input(description="The token of the e-mailed link, and the new password.")
class ResetPasswordInput:
    """One hour, once."""

    token: str
    password: str


@strawberry.input(description="The password so far, and the new one.")
class ChangePasswordInput:
    """Ends one's other sessions."""

    current: str
    new: str


@strawberry.input(description="What changes of one's own profile; a field that is left out stays as it is.")
class UpdateProfileInput:
    """TEAM-7."""

    first_name: str | None = strawberry.UNSET
    last_name: str | None = strawberry.UNSET
    language: Language | None = strawberry.UNSET


@strawberry.input(description="The firm to go to.")
class SwitchFirmInput:
    """One of `viewer.otherFirms`."""

    firm_id: strawberry.ID
