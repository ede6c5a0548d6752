"""The import contract 'models, forms and views are private to their app' (see .importlinter)."""

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class PrivateModules(Contract):
    """Fails on every import from one app of a private room of another.

    Apps are the packages right below the root. What `shared_app` has is there for everybody, and
    tests may look anywhere.
    """

    rooms = fields.ListField(subfield=fields.StringField())
    shared_app = fields.StringField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Look at every import once."""
        breaches = sorted(
            f"{importer} imports {imported}"
            for importer in graph.modules
            for imported in graph.find_modules_directly_imported_by(importer)
            if self._is_breach(importer.split("."), imported.split("."))
        )
        return ContractCheck(kept=not breaches, metadata={"breaches": breaches})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name every breach, and the way out."""
        for breach in check.metadata["breaches"]:
            output.print_error(breach)
        output.print_error("Use the services, selectors or access of that app instead.")

    def _is_breach(self, importer: list[str], imported: list[str]) -> bool:
        if len(imported) < 3 or len(importer) < 2 or "tests" in importer:
            return False
        app, room = imported[1], imported[2]
        private: list[str] = list(self.rooms)  # type: ignore[call-overload]
        return room in private and app not in (importer[1], self.shared_app)
