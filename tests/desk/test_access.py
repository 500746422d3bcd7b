"""Every page in a real browser: for screen readers, for narrow screens, with nothing from elsewhere."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from tests.desk.conftest import PASSWORD, Colleagues, Seat, TakeSeat

from heard.desk.labels import LANGUAGES
from heard.procedures.record_finding import record_finding
from heard.register.finding import Conclusion

pytestmark = pytest.mark.django_db(transaction=True)

PATHS = ["/", "/?state=unread", "/read/", "/register/", "/register/bodies/", "/register/places/", "/register/claims/"]
PATHS += ["/register/claims/?what=act.killing", "/findings/", "/accounts/add/", "/accounts/interview/", "/brief/"]
PATHS += ["/search/?q=Tural", "/search/?q=zzz", "/custody/", "/settings/", "/settings/members/", "/nothing/"]
PATHS += ["/entrance/second-factor/", "/entrance/password/", "/entrance/second-factor/totp/activate/"]
NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1600, "height": 900}


def problems(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{page.url} {one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]


def too_wide(page: Page) -> list[str]:
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{page.url} is {over} px too wide at {page.viewport_size}"] if over > 0 else []


def look_at(seat: Seat, *paths: str) -> list[str]:
    page = seat.open("/entrance/log-in/")
    found = []
    for path in paths:
        page.set_viewport_size(WIDE)
        page.goto(seat.url + path)
        found += problems(page) + too_wide(page)
        page.set_viewport_size(NARROW)
        found += too_wide(page)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_clean(take_seat: TakeSeat, colleagues: Colleagues, recorded: dict[str, str], language: str):
    claim = recorded["claim"].split("/")[-2]
    record_finding(
        by=colleagues.aysel, about=claim, standard="prima_facie", conclusion=Conclusion.MET, reasons="Two accounts."
    )
    seat = take_seat(colleagues.sevda, language=language, viewport=WIDE)

    assert look_at(seat, *PATHS, *recorded.values()) == []
    assert seat.elsewhere == []
    assert [trouble for trouble in seat.troubles if "404" not in trouble] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_member_is_clean(take_seat: TakeSeat, colleagues: Colleagues, language: str):
    seat = take_seat(colleagues.admin, language=language, viewport=WIDE)
    page = seat.open(f"/settings/members/{colleagues.aysel.key}/")
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")

    found = problems(page) + look_at(
        seat, f"/settings/members/{colleagues.aysel.key}/", f"/settings/members/{colleagues.admin.key}/"
    )

    assert found == []
    assert [trouble for trouble in seat.troubles if "403" not in trouble] == []  # the inbox, on the way in


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_reading_page_and_the_log_in_are_clean_by_day_and_by_night(
    take_seat: TakeSeat, colleagues: Colleagues, read_letter: str, scheme: str
):
    seat = take_seat(colleagues.aysel, color_scheme=scheme, viewport=WIDE)
    stranger = take_seat(None, color_scheme=scheme, viewport=WIDE)

    assert look_at(seat, f"/read/{read_letter}/", "/") == []
    assert look_at(stranger, "/entrance/log-in/") == []


def test_the_keys_dialog_is_clean(take_seat: TakeSeat, colleagues: Colleagues, read_letter: str):
    page = take_seat(colleagues.aysel).open(f"/read/{read_letter}/")

    page.keyboard.press("?")

    assert problems(page) == []


def test_everything_on_the_reading_page_can_be_reached_by_tab(
    take_seat: TakeSeat, colleagues: Colleagues, read_letter: str
):
    page = take_seat(colleagues.aysel).open(f"/read/{read_letter}/")
    page.locator("#current-title").wait_for()
    reached = set()
    for _press in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.textContent.trim().split(/\\s+/)[0]"))

    assert {"Skip", "Inbox", "Search", "Lock", "Accept", "Reject", "Change", "Add"} <= reached


def test_the_pages_of_the_second_factor_are_clean(take_seat: TakeSeat, colleagues: Colleagues):
    seat = take_seat(colleagues.aysel, viewport=WIDE)
    page = seat.open("/entrance/second-factor/totp/activate/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.get_by_text("Authenticator secret").wait_for()

    found = problems(page) + look_at(
        seat, "/entrance/second-factor/totp/activate/", "/entrance/second-factor/webauthn/add/"
    )

    assert found == []
    assert seat.elsewhere == []
    assert seat.troubles == []
