"""What stands around the words of a firm's e-mails."""

from server.core.database import in_firm
from server.mail.look import FirmLook, lines_of, look_of
from tests.factories.offices import MakeOffice


async def test_the_look_is_what_the_firm_says_of_itself(make_office: MakeOffice) -> None:  # TEAM-1
    office = await make_office(
        "Gestoría\nPuig",
        time_zone="Europe/Bucharest",
        accent_color="#0f766e",
        logo_sha="ab" * 32,
        address={
            "street": "Carrer de Mallorca 100",
            "postal_code": "08037",
            "city": "Barcelona",
            "region": "Barcelona",
        },
        email="hola@puig.example",
        phone="+34931234567",
        website="https://puig.example",
    )
    assert await in_firm(office.id, lambda: look_of(office.id)) == FirmLook(
        name="Gestoría Puig",
        time_zone="Europe/Bucharest",
        accent_color="#0f766e",
        logo_url=f"http://localhost:8000/logos/{office.id}/{'ab' * 32}",
        address=("Carrer de Mallorca 100", "08037 Barcelona"),
        email="hola@puig.example",
        phone="+34 931 23 45 67",
        website="https://puig.example",
    )


async def test_a_firm_that_says_little_looks_plain(make_office: MakeOffice) -> None:
    office = await make_office("Puig")
    look = await in_firm(office.id, lambda: look_of(office.id))
    assert (look.logo_url, look.address, look.phone) == (None, (), None)


def test_an_address_has_no_empty_lines() -> None:
    assert lines_of({"street": None, "postal_code": "10115", "city": None, "region": "Berlin"}) == ("10115", "Berlin")
