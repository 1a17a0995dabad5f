"""The list of all screens, a function for each part of the house."""

from dataclasses import dataclass
from datetime import timedelta

from playwright.async_api import Page

from server.core import clock
from tests.journeys import browser_staff as staff
from tests.journeys.browser_client import sign_in
from tests.journeys.browser_screens import Screen, Step
from tests.journeys.browser_setting import Account, account_of, active_account_of, colleague_of, link_of
from tests.journeys.conftest import Firm
from tests.journeys.post import Post
from tests.journeys.product import Browserless

UNKNOWN = "acc_01jzzzzzzzzzzzzzzzzzzzzzzz"


def press(role: str, name: str, *, then: str = "", exact: bool = False) -> Step:
    """Press something by its name, and wait for what opens."""

    async def step(page: Page) -> None:
        await page.get_by_role(role, name=name, exact=exact).first.click()  # type: ignore[arg-type]  # Playwright's literals
        if then:
            await page.get_by_role(then).first.wait_for()  # type: ignore[arg-type]  # Playwright's literals

    return step


def strike(key: str, *, then: str) -> Step:
    """Strike a key, and wait for what opens."""

    async def step(page: Page) -> None:
        await page.keyboard.press(key)
        await page.get_by_role(then).first.wait_for()  # type: ignore[arg-type]  # Playwright's literals

    return step


def in_turn(*steps: Step) -> Step:
    """One step after the other."""

    async def all_of_them(page: Page) -> None:
        for step in steps:
            await step(page)

    return all_of_them


async def be_refused(page: Page) -> None:
    """Sign in as nobody."""
    await sign_in(page, staff.an_address("nobody"), "not the password")
    await page.get_by_role("alert").first.wait_for()


async def ask_for_a_link(page: Page) -> None:
    """Have a recovery link sent to nobody."""
    await page.get_by_label("E-mail address").fill(staff.an_address("nobody"))
    await page.get_by_role("button", name="Send me the link").click()
    await page.get_by_role("heading", name="Please look in your inbox").wait_for()


@dataclass(frozen=True)
class Links:
    """Where the e-mails of a firm lead, alive and dead."""

    invitation: str
    expired: str
    used: str
    revoked: str
    superseded: str
    confirmation: str
    recovery: str
    invitation_of_staff: str
    recovery_of_staff: str


NO_LINKS = Links(
    invitation="/activate",
    expired="/activate",
    used="/activate",
    revoked="/activate",
    superseded="/activate",
    confirmation="/confirm-email",
    recovery="/recover/reset",
    invitation_of_staff="/admin/activate",
    recovery_of_staff="/admin/recover/reset",
)


async def links_of(firm: Firm, post: Post) -> Links:
    """Have all those e-mails sent."""
    colleague, stranger, now = await colleague_of(firm), Browserless(firm.product, "PORTAL"), clock.now()
    accounts = [await account_of(firm) for _ in range(4)]
    invited, expired, revoked, superseded = accounts
    active = await active_account_of(firm, post)
    ana, executive = active.somebody.email, firm.emails["executive"]
    changed, jonas = staff.an_address("new"), staff.an_address("jonas")
    read = await colleague.ask("query ($id: ID!) { contact(id: $id) { version } }", id=active.contact_id)
    change = {"id": active.contact_id, "version": read["contact"]["version"], "email": changed}
    names = {"firstName": "Jonas", "lastName": "Weber", "role": "EMPLOYEE"}
    for email, door in ((ana, "PORTAL"), (executive, "STAFF")):
        await stranger.do("requestRecovery", "RequestRecoveryInput", "{ done }", email=email, door=door)
    await colleague.do("updateContact", "UpdateContactInput", "{ contact { id } }", **change)
    await colleague.do("inviteStaff", "InviteStaffInput", "{ staffMember { id } }", email=jonas, **names)
    return Links(
        invitation=await link_of(firm, invited),
        expired=await link_of(firm, expired, expires_at=now - timedelta(1)),
        used=await link_of(firm, active),
        revoked=await link_of(firm, revoked, revoked_at=now),
        superseded=await link_of(firm, superseded, superseded_at=now),
        confirmation=(await post.wait(changed)).link,
        recovery=(await post.wait(ana, nth=2)).link,
        invitation_of_staff=(await post.wait(jonas)).link,
        recovery_of_staff=(await post.wait(executive)).link,
    )


def doors_of_the_portal(links: Links) -> list[Screen]:
    """What clients see before they are in."""
    typed = in_turn(_type_password("kurz"), press("button", "Open my portal", then="alert"))
    return [
        Screen("sign in", "/signin", "Sign in"),
        Screen("sign in, refused", "/signin", "Sign in", be_refused),
        Screen("languages", "/signin", "Sign in", press("button", "Language", then="menu")),
        Screen("light or dark", "/signin", "Sign in", press("button", "Light or dark", then="menu")),
        Screen("recover", "/recover", "Recover your password"),
        Screen("recover, sent", "/recover", "Recover your password", ask_for_a_link),
        Screen("reset", links.recovery, "Choose a new password"),
        Screen("reset, dead", "/recover/reset#antrec_unknown", "This link no longer works"),
        Screen("activate", links.invitation, "Welcome, Ana"),
        Screen("activate, refused", links.invitation, "Welcome, Ana", typed),
        Screen("activate, expired", links.expired, "This link has expired"),
        Screen("activate, used", links.used, "Your portal is already open"),
        Screen("activate, revoked", links.revoked, "This invitation was withdrawn"),
        Screen("activate, superseded", links.superseded, "There is a newer link"),
        Screen("activate, unknown", "/activate#antinv_unknown", "This link is not complete"),
        Screen("confirm", links.confirmation, "Confirm your new address"),
        Screen("confirm, dead", "/confirm-email#antmail_unknown", "This link no longer works"),
        Screen("no such page", "/nowhere", "This page does not exist"),
    ]


def _type_password(password: str) -> Step:
    async def step(page: Page) -> None:
        await page.get_by_label("Password", exact=True).fill(password)

    return step


def doors_of_the_staff(links: Links) -> list[Screen]:
    """What staff see before they are in."""
    return [
        Screen("sign in", "/admin/signin", "Sign in"),
        Screen("sign in, refused", "/admin/signin", "Sign in", be_refused),
        Screen("recover", "/admin/recover", "Recover your password"),
        Screen("recover, sent", "/admin/recover", "Recover your password", ask_for_a_link),
        Screen("reset", links.recovery_of_staff, "Choose a new password"),
        Screen("reset, dead", "/admin/recover/reset#antrec_unknown", "This link no longer works"),
        Screen("join", links.invitation_of_staff, "Welcome, Jonas"),
        Screen("join, unknown", "/admin/activate#antinv_unknown", "This link is not complete"),
        Screen("no such page", "/admin/nowhere", "This page does not exist"),
    ]


def inside_the_portal(account: Account, folder_id: str) -> list[Screen]:
    """What clients see once they are in; they have two accounts."""
    home = f"/a/{account.id}"
    return [
        Screen("first account", "/", "Hello, Ana"),
        Screen("home", home, "Hello, Ana"),
        Screen("switcher", home, "Hello, Ana", press("button", "Switch account", then="menu")),
        Screen("person", home, "Hello, Ana", press("button", "Ana Popescu", then="menu")),
        Screen("folders", f"{home}/folders", "Folders"),
        Screen("folder", f"{home}/folders?folder={folder_id}", "Client uploaded documents"),
        Screen("no such account", f"/a/{UNKNOWN}"),
        Screen("profile", "/profile", "Profile"),
        Screen("profile, refused", "/profile", "Profile", press("button", "Change the password", then="alert")),
    ]


def registers(account: Account) -> list[Screen]:
    """The accounts of the firm: the list, the wizard, the record."""
    here = f"/admin/accounts/{account.id}"
    name = account.somebody.name
    to_contacts = press("button", "Continue")
    return [
        Screen("start", "/admin", "Accounts"),
        Screen("accounts", "/admin/accounts", "Accounts"),
        Screen("accounts, none found", "/admin/accounts?q=zzzz", "Accounts"),
        Screen("accounts, archived", "/admin/accounts?list=archived", "Accounts"),
        Screen("accounts, order", "/admin/accounts", "Accounts", press("button", "Name", then="menu")),
        Screen("commands", "/admin/accounts", "Accounts", strike("Control+k", then="dialog")),
        Screen("keys", "/admin/accounts", "Accounts", strike("?", then="dialog")),
        Screen("new account", "/admin/accounts/new", "Account information"),
        Screen("new company", "/admin/accounts/new", "Account information", press("radio", "Company")),
        Screen("new account, contacts", "/admin/accounts/new", "Account information", to_contacts),
        Screen(
            "new account, countries",
            "/admin/accounts/new",
            "Account information",
            in_turn(to_contacts, press("combobox", "Country of the phone", then="listbox")),
        ),
        Screen(
            "new account, refused",
            "/admin/accounts/new",
            "Account information",
            in_turn(to_contacts, press("button", "Create account", then="alert")),
        ),
        Screen("account", here, account.name),
        Screen("account, delivery", here, account.name, press("button", "Delivery of the invitation")),
        Screen("account, invite again", here, account.name, press("button", "Invite again", then="dialog")),
        Screen("account, login off", here, account.name, press("switch", "Login", then="dialog")),
        Screen("account, add contact", here, account.name, press("button", "Add contact", then="dialog")),
        Screen("account, archive", here, account.name, press("button", "Archive…", then="dialog")),
        Screen("account, contact", here, account.name, press("button", f"Actions for {name}", then="menu")),
        Screen("account, folders", f"{here}/folders", account.name),
        Screen("account, timeline", f"{here}/timeline", account.name),
        Screen("no such account", f"/admin/accounts/{UNKNOWN}"),
    ]


def offices(account: Account) -> list[Screen]:
    """Pending people, the team, the settings and the own profile."""
    actions = press("button", f"Actions for {account.somebody.name}", then="menu")
    of_a_colleague = press("button", "Actions for Admin Muster", then="menu")

    def of_a_tag(name: str) -> Step:
        return in_turn(press("button", "Actions for VIP", then="menu"), press("menuitem", name, then="dialog"))

    return [
        Screen("pending", "/admin/pending", "Pending activation"),
        Screen("pending, none found", "/admin/pending?q=zzzz", "Pending activation"),
        Screen("pending, selected", "/admin/pending", "Pending activation", press("checkbox", "Select")),
        Screen("pending, one", "/admin/pending", "Pending activation", actions),
        Screen("pending, all", "/admin/pending", "Pending activation", press("button", "Invite all…", then="dialog")),
        Screen("team", "/admin/team", "Team"),
        Screen("team, invite", "/admin/team", "Team", press("button", "Invite a colleague", then="dialog")),
        Screen("team, edit", "/admin/team", "Team", in_turn(of_a_colleague, press("menuitem", "Edit…", then="dialog"))),
        Screen(
            "team, deactivate",
            "/admin/team",
            "Team",
            in_turn(of_a_colleague, press("menuitem", "Deactivate…", then="dialog")),
        ),
        Screen("settings", "/admin/settings", "Settings"),
        Screen("tags", "/admin/settings/tags", "Tags"),
        Screen("tags, new", "/admin/settings/tags", "Tags", press("button", "New tag", then="dialog")),
        Screen("tags, merge", "/admin/settings/tags", "Tags", of_a_tag("Merge into another…")),
        Screen("tags, delete", "/admin/settings/tags", "Tags", of_a_tag("Delete…")),
        Screen("profile", "/admin/profile", "Your profile"),
        Screen(
            "profile, refused", "/admin/profile", "Your profile", press("button", "Change the password", then="alert")
        ),
    ]
