"""The preview of an invitation."""

import strawberry

from schema.context import Info
from schema.invitations.inputs import InvitationPreviewInput
from schema.invitations.types import EmailPreview
from server.invitations import preview


@strawberry.type
class InvitationQueries:
    """For staff who invite clients."""

    @strawberry.field(description="The invitation as it will arrive; nothing is stored or sent (INV-1).")
    async def invitation_preview(self, info: Info, input: InvitationPreviewInput) -> EmailPreview:
        """Its link leads nowhere."""
        rendered = await preview.preview(
            info.context.staff,
            first_name=input.first_name,
            email=input.email,
            account_name=input.account_name,
            language=input.language.value if input.language else None,
            message=input.message,
        )
        return EmailPreview(
            subject=rendered.subject, html=rendered.html, text=rendered.text, to_address=input.email or ""
        )
