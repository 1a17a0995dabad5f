"""Found a firm: the office and its owner, who can sign in at once (command line, demo)."""

from typing import Any

from server.audit import record as audit
from server.audit.actions import Action
from server.core import clock, ids, normalise
from server.core.actor import system
from server.core.database import across_firms, unique
from server.core.errors import Conflict, Invalid, Problem
from server.core.permissions import Role
from server.firms import check as firm_check
from server.firms.models import Firm
from server.identity import passwords
from server.identity.models import User
from server.staff import check
from server.staff.models import StaffMember, StaffState


async def create_firm(
    name: str,
    slug: str,
    *,
    owner_email: str,
    owner_first_name: str,
    owner_last_name: str,
    owner_password: str,
    language: str = "en",
    time_zone: str = "Europe/Madrid",
    **settings: Any,
) -> Firm:
    """The firm; `settings` are more of its columns, trusted as they are. Refuses an address that has a login."""
    problems = [
        *firm_check.name(name)[1],
        *firm_check.slug(slug)[1],
        *firm_check.language(language)[1],
        *firm_check.time_zone(time_zone)[1],
        check.name("ownerFirstName", owner_first_name),
        check.name("ownerLastName", owner_last_name),
        check.email(owner_email),
        passwords.problem_with("ownerPassword", owner_password, (owner_email, owner_first_name, owner_last_name, name)),
    ]
    if found := [problem for problem in problems if problem]:
        raise Invalid(*found)
    hashed = await passwords.hash_password(owner_password)
    now, email = clock.now(), owner_email.strip()
    firm_id, key = ids.new_id("firm"), normalise.key(email)

    async def work() -> Firm:
        async with unique("firms_slug", Conflict("SLUG_TAKEN")):
            firm = await Firm.create(
                id=firm_id,
                name=name.strip(),
                slug=slug,
                language=language,
                time_zone=time_zone,
                created_at=now,
                **settings,
            )
        taken = Invalid(Problem("ownerEmail", "LOGIN_TAKEN"))
        async with unique("users_email_key", taken):
            user = await User.create(
                email=email,
                email_key=key,
                password_hash=hashed,
                language=language,
                created_at=now,
                password_changed_at=now,
            )
        owner = await StaffMember.create(
            firm_id=firm_id,
            user_id=user.id,
            email=email,
            email_key=key,
            first_name=owner_first_name.strip(),
            last_name=owner_last_name.strip(),
            role=Role.OWNER,
            default_access=True,
            state=StaffState.ACTIVE,
            language=language,
            search_words=normalise.searchable(owner_first_name, owner_last_name, email),
            created_at=now,
        )
        actor = system(firm_id, language)
        await audit.record(actor, Action.FIRM_CREATED, subject_id=firm_id, subject_name=firm.name)
        await audit.record(actor, Action.STAFF_CREATED, subject_id=owner.id, subject_name=owner.name)
        return firm

    return await across_firms(work)
