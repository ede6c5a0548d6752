"""A passkey in a real browser, with the browser's own pretended device: made, used, taken away."""

import pytest
from playwright.sync_api import CDPSession

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

JOOST = "joost.hendriks@voorbeeld.example"
MEMBERS = "/n/presikhaaf/leden/"


class Device:
    """A telephone with a fingerprint reader, as far as this browser can tell."""

    def __init__(self, who: Visitor) -> None:
        self.wire: CDPSession = who.context.new_cdp_session(who.page)
        self.wire.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        made = self.wire.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        self.number = made["authenticatorId"]

    def keys(self) -> int:
        """How many passkeys are on it."""
        kept = self.wire.send("WebAuthn.getCredentials", {"authenticatorId": self.number})
        return len(kept["credentials"])

    def knows_its_owner(self, knows: bool) -> None:
        """Whether the finger on it is the right one."""
        wish = {"authenticatorId": self.number, "isUserVerified": knows}
        self.wire.send("WebAuthn.setUserVerified", wish)


def _touches(who: Visitor) -> None:
    who.presses("Inloggen met een passkey")


def test_one_touch_is_both_steps_until_the_passkey_is_taken_away(visitor: Arrive) -> None:
    joost = visitor(phone=True)
    device = Device(joost)
    joost.signs_in(JOOST)
    joost.goes_to("/mijn-account/")
    joost.clicks("Bekijk uw passkeys")
    joost.clicks("Passkey maken")
    joost.fills("Naam", "Mijn telefoon")
    joost.presses("Maak de passkey")
    joost.reads("Uw passkey is bewaard. Voortaan is één aanraking genoeg.")
    assert device.keys() == 1
    joost.clicks("Ik heb ze bewaard")
    joost.reads("Mijn telefoon")

    joost.signs_out()
    joost.goes_to("/inloggen/")
    device.knows_its_owner(False)
    joost.finds("Inloggen met een passkey", role="button").click()
    joost.reads("Dat is niet gelukt.")
    device.knows_its_owner(True)
    _touches(joost)
    assert joost.path == "/vandaag/"
    joost.goes_to(MEMBERS)
    assert joost.path == MEMBERS
    joost.reads("Hanneke de Wit")

    joost.goes_to("/mijn-account/passkeys/")
    joost.clicks("Mijn telefoon weghalen")
    joost.presses("Weghalen")
    joost.reads("Die passkey werkt niet meer.")
    assert device.keys() == 1
    joost.signs_out()
    joost.goes_to("/inloggen/")
    _touches(joost)
    joost.reads(
        "Deze passkey werkt hier niet. Probeer het nog eens, of log op een andere manier in."
    )
    assert joost.gets("/mijn-account/") == 302


def test_the_passkey_is_the_second_step_after_a_password(visitor: Arrive) -> None:
    ans = visitor()
    device = Device(ans)
    ans.signs_in("ans.gerritsen@voorbeeld.example")
    ans.goes_to("/mijn-account/passkeys/nieuw/")
    ans.presses("Maak de passkey")
    assert device.keys() == 1
    ans.signs_out()
    ans.goes_to("/inloggen/")
    ans.fills("E-mailadres", "ans.gerritsen@voorbeeld.example")
    ans.fills("Wachtwoord", "samen in de wijk")
    ans.presses("Inloggen")
    assert ans.heading == "Tweede stap bij inloggen"
    assert ans.gets("/mijn-account/") == 302
    ans.presses("Gebruik uw passkey")
    assert ans.path == "/vandaag/"
    ans.goes_to("/mijn-account/tweede-stap/?next=/mijn-account/naam/")
    ans.presses("Gebruik uw passkey")
    assert ans.path == "/mijn-account/naam/"


def test_without_scripts_the_pages_say_what_to_do(visitor: Arrive) -> None:
    riet = visitor(scripts=False)
    riet.signs_in("riet.janssen@voorbeeld.example")
    riet.goes_to("/mijn-account/passkeys/nieuw/")
    riet.reads("U kunt hier geen passkey maken.")
    riet.may_not("Maak de passkey", role="button")
