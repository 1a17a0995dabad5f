"""The people who work at a firm."""

from enum import StrEnum

from tortoise import fields

from server.core.models import FirmOwned, id_field, reference
from server.core.permissions import PermissionSet, Role


class StaffState(StrEnum):
    """Whether a staff member can come in."""

    ACTIVE = "ACTIVE"
    DEACTIVATED = "DEACTIVATED"
    INVITED = "INVITED"


class StaffMember(FirmOwned):
    """A person who works at the firm; has a role and permissions (TEAM-2)."""

    id = id_field("stf")
    user_id = reference(null=True, unique=True)
    email = fields.CharField(max_length=254)
    email_key = fields.CharField(max_length=254)
    first_name = fields.CharField(max_length=80)
    last_name = fields.CharField(max_length=80)
    role = fields.CharEnumField(Role, max_length=12)
    permission_set = fields.CharEnumField(PermissionSet, max_length=12, default=PermissionSet.EXECUTIVE)
    default_access = fields.BooleanField(default=False)
    state = fields.CharEnumField(StaffState, max_length=12, default=StaffState.INVITED)
    language = fields.CharField(max_length=2, default="en")
    search_words = fields.TextField(default="")
    last_seen_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()
    version = fields.IntField(default=1)

    class Meta:
        table = "staff_members"
        unique_together = (("firm_id", "email_key"),)

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()
