"""Rows of the list of what is there already. Of De Linde, which is public."""

from typing import Any

from tests.access.row import ALL_MEMBERS, STRANGERS, Row, in_linde
from tests.cast import TODAY, Cast
from wijknetwerk.core import files
from wijknetwerk.core.pages import Looks
from wijknetwerk.directory.models import ListImport, Service

ALL = {200: f"nobody {STRANGERS} amina els lena ben priya joost ad dewi"}
MEMBERS_ACT = {302: "nobody amina els lena ben priya joost ad dewi", 404: STRANGERS}
FILES_ACT = {302: "nobody joost ad dewi", 404: STRANGERS, 403: "amina els lena ben priya"}
FOR_LEADERS = {
    302: "nobody",
    404: STRANGERS,
    403: "amina els lena ben priya joost",
    200: "ad dewi",
}
FOR_FILES = {
    302: "nobody",
    404: STRANGERS,
    403: "amina els lena ben priya",
    200: "joost ad dewi",
}


def _entry(cast: Cast, **more: Any) -> dict[str, Any]:
    made = Service.objects.create(
        network=cast.linde,
        name="Soepgroep",
        name_key="soepgroep",
        kind="food",
        owner=cast.members["els"],
        assured_date=TODAY,
        **{"shown_to": "everybody", **more},
    )
    return {"slug": "de-linde", "uuid": made.uuid}


def _ended(cast: Cast) -> dict[str, Any]:
    return _entry(cast, status="defunct", ended_on=TODAY)


def _run(cast: Cast) -> dict[str, Any]:
    made = ListImport.objects.create(network=cast.linde, by=cast.members["dewi"], state="done")
    return {"slug": "de-linde", "uuid": made.uuid}


def _open_run(cast: Cast) -> dict[str, Any]:
    made = ListImport.objects.create(network=cast.linde, by=cast.members["dewi"])
    return {"slug": "de-linde", "uuid": made.uuid}


def _with_file(cast: Cast) -> dict[str, Any]:
    file = files.store(name="list.json", content=b'{"heading": ["naam"], "lines": [[2, ["Soep"]]]}')
    made = ListImport.objects.create(
        network=cast.linde, by=cast.members["dewi"], file=file, matching={"0": "name"}
    )
    return {"slug": "de-linde", "uuid": made.uuid}


def _theirs(cast: Cast) -> dict[str, Any]:
    """What Oosterpoort shows everybody."""
    made = Service.objects.create(
        network=cast.oosterpoort, name="Soep", name_key="soep", kind="food", shown_to="everybody"
    )
    return {"slug": "de-linde", "uuid": made.uuid}


ROWS = [
    Row("directory:list", ALL, in_linde),
    Row("directory:entry", ALL, _entry),
    Row("directory:add", ALL_MEMBERS, in_linde),
    Row("directory:to_check", ALL_MEMBERS, in_linde),
    Row("directory:gone", ALL_MEMBERS, in_linde),
    Row("directory:share", ALL_MEMBERS, in_linde),
    *(
        Row(f"directory:{name}", ALL_MEMBERS, in_linde, logs=Looks.LIST)
        for name in ("booklet", "sheet", "as_csv", "as_xlsx", "as_hsds")
    ),
    Row("directory:change", ALL_MEMBERS, _entry),
    Row("directory:end", ALL_MEMBERS, _entry),
    Row("directory:history", ALL_MEMBERS, _entry),
    Row("directory:still_right", MEMBERS_ACT, _entry, method="POST"),
    Row("directory:take_over", MEMBERS_ACT, _entry, method="POST"),
    Row("directory:bring_back", MEMBERS_ACT, _ended, method="POST"),
    Row("directory:copy", MEMBERS_ACT, _theirs, method="POST"),
    Row("directory:show_everybody", FOR_LEADERS, in_linde),
    Row("directory:import", FOR_FILES, in_linde),
    Row("directory:import_look", FOR_FILES, _run),
    Row("directory:import_match", FILES_ACT, _open_run, method="POST"),
    Row("directory:import_add", FILES_ACT, _with_file, method="POST"),
    Row("directory:import_stop", FILES_ACT, _open_run, method="POST"),
]
