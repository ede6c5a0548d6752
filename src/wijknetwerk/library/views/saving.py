"""Saving a text: the form, its preview, its pictures, and two who write at the same time."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound
from wijknetwerk.core.pages import ActorRequest
from wijknetwerk.core.screens import add_refusal, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.core.texts import markdown
from wijknetwerk.library.about import About
from wijknetwerk.library.access import Desk
from wijknetwerk.library.errors import WrittenMeanwhile
from wijknetwerk.library.forms.texts import TextForm, first_values
from wijknetwerk.library.selectors import desk as selectors
from wijknetwerk.library.selectors import goal_news, tools
from wijknetwerk.library.selectors.shown import language_now
from wijknetwerk.library.services import pictures, writing
from wijknetwerk.library.views.common import show


@dataclass(slots=True)
class TextEditor:
    """One request to the form of a text. `page` is None for a text that begins."""

    request: ActorRequest
    desk: Desk
    kind: str
    language: str
    crumb: Crumb
    page: UUID | None = None
    edition: int = 0
    initial: dict[str, Any] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
    original: Any = None
    shown: Any = ()

    @classmethod
    def changing(cls, request: ActorRequest, desk: Desk, page: UUID, crumb: Crumb) -> "TextEditor":
        """The form of a text that is there."""
        now = selectors.editing(request.actor, desk, page)
        first = first_values(now.row, now.about)
        if now.edition == 0:
            first["what_changed"] = ""
        return cls(
            request,
            desk,
            now.page.kind,
            now.page.language,
            crumb,
            page=page,
            edition=now.edition,
            initial=first | {"edition": now.edition},
            options={"changes": now.changes, "pictures": now.shown, "kept": now.about},
            original=now.original,
            shown=now.shown,
        )

    @classmethod
    def beginning(cls, request: ActorRequest, desk: Desk, kind: str, crumb: Crumb) -> "TextEditor":
        """The form of a text that begins: empty, from a tool of the platform, to translate,
        or about a goal that was reached."""
        made = cls(request, desk, kind, language_now(), crumb, options={"changes": False})
        made.initial = {"audience": "everybody"}
        asked = request.GET
        if (code := asked.get("van", "")) and desk.network is not None and kind == "tool":
            found, _other = tools.tool(code)
            about = About.of(found.about)
            made.initial = first_values(found, about)
            made.options["kept"] = about
            made.language = found.page.language
            made.extra = {"adapts": code}
        elif kind == "news" and desk.network and (goal := _uuid(asked.get("doel", ""))):
            made.initial |= goal_news.begins_with(request.actor, desk.network, goal)
        elif source := _uuid(asked.get("vertaling", "")):
            now = selectors.editing(request.actor, desk, source)
            made.language = "en" if now.page.language == "nl" else "nl"
            made.initial = first_values(now.row, now.about) | {"title": "", "summary": ""}
            made.initial |= {"body": "", "what_changed": ""}
            made.options["kept"] = now.about
            made.extra = {"translation_of": source}
            made.original = selectors.theirs(now.row)
        return made

    def answer(self) -> HttpResponse:
        """Show the form; or save, and go to the text."""
        if self.request.method != "POST":
            return self._page(self._form(None))
        form = self._form(self.request.POST)
        if self.request.POST.get("act") == "preview":
            return self._page(form, preview=self._preview(form))
        if not form.is_valid():
            return self._page(form)
        try:
            return once.handle(self.request, lambda: self._save(form))
        except WrittenMeanwhile as error:
            mine = self.request.POST.copy()
            mine["edition"] = str(error.theirs.edition)
            changed = TextEditor.changing(self.request, self.desk, self._known, self.crumb)
            again = changed._form(mine)
            return changed._page(again, theirs=selectors.theirs(error.theirs), status=409)
        except (NotFound, NotAllowed):
            raise
        except DomainError as error:
            add_refusal(form, error)
            return self._page(form)

    @property
    def _known(self) -> UUID:
        if self.page is None:
            raise NotFound
        return self.page

    def _form(self, data: Any) -> TextForm:
        files = self.request.FILES if data is not None else None
        return TextForm(
            data,
            files,
            kind=self.kind,
            in_network=self.desk.network is not None,
            initial=self.initial,
            **self.options,
        )

    def _save(self, form: TextForm) -> str:
        """All of it or nothing: the words, and the picture that came with them."""
        said = form.said()
        who: dict[str, Any] = {"actor": self.request.actor, "network": self.desk.network}
        read = form.cleaned_data.get("edition") or 0
        if self.page is None:
            who |= self.extra
            saved = writing.begin(**who, kind=self.kind, language=self.language, said=said)
        elif self.edition:
            saved = writing.save(**who, page=self.page, said=said, read_edition=read)
        else:
            saved = writing.next_version(**who, page=self.page, said=said)
        if sent := form.cleaned_data.get("picture"):
            pictures.add(
                actor=self.request.actor,
                network=self.desk.network,
                page=saved.page.uuid,
                content=sent.read(),
                alt=form.cleaned_data["alt"],
                decoration=form.cleaned_data["decoration"],
            )
        tell(self.request, _("Saved. Only you and who publishes here can see it now."))
        return selectors.text_url(self.desk, saved.page.uuid)

    def _preview(self, form: TextForm) -> Any:
        known = {f"foto:{number}": one for number, one in self.shown}
        return markdown(str(form["body"].value() or ""), top=3, pictures=known)

    def _page(
        self, form: TextForm, *, preview: Any = None, theirs: Any = None, status: int = 200
    ) -> HttpResponse:
        title = self.initial.get("title") or _("A new text")
        back = self.crumb[1] if self.page is None else selectors.text_url(self.desk, self.page)
        return show(
            self.request,
            "text_edit",
            self.desk.network,
            [self.crumb, (str(title), None)],
            status=status,
            desk=self.desk,
            form=form,
            kind=self.kind,
            language=self.language,
            foreign=self.language != language_now(),
            is_new=self.page is None,
            adapts=self.extra.get("adapts", ""),
            preview=preview,
            theirs=theirs,
            original=self.original,
            pictures=self.shown,
            back=back,
        )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
