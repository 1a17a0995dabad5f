"""From the inputs about contacts to what the business takes."""

from schema.contacts.inputs import AccountContactInput, ContactInput, InvitationChoice
from schema.translate import address
from server.contacts.draft import ContactDraft
from server.intake import draft


def invitation(value: InvitationChoice | None) -> draft.InvitationChoice | None:
    """Send or skip."""
    return draft.InvitationChoice(send=value.send, message=value.message) if value else None


def contact(value: ContactInput) -> ContactDraft:
    """A person to create."""
    return ContactDraft(
        first_name=value.first_name,
        last_name=value.last_name,
        email=value.email,
        phone=value.phone,
        phone_country=value.phone_country,
        address=address(value.address),
        language=value.language.value if value.language else None,
    )


def new_link(value: AccountContactInput) -> draft.NewLink:
    """A contact for an account."""
    return draft.NewLink(
        contact_id=value.contact_id,
        contact=contact(value.contact) if value.contact else None,
        login=value.login,
        notify=value.notify,
        sync=value.sync,
        commercial=value.commercial,
        operational=value.operational,
        invitation=invitation(value.invitation),
    )
