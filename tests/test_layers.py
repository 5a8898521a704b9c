"""The house stands: a module imports only from floors below its own."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Lower floors first; a name stands for a module or a package. sources, language and embedding share
# no floor: sources makes statements with the sentences of language.
FLOORS = (
    "errors",
    "progress",
    "model",
    "contract",
    "settings",
    "language",
    "sources",
    "embedding",
    "reading",
    "alignment",
    "relation",
    "pipeline",
    "event",
    "insight",
    "store",
    "report",
    "output",
    "batch",
    "evaluation",
    "dashboard",
    "commands",
    "cli",
    "__main__",
)


def floor(module: str) -> int:
    """Return the floor of a dotted module such as compare.alignment.words."""
    parts = module.split(".")
    return FLOORS.index(parts[1]) if len(parts) > 1 else len(FLOORS)


def imports(path: Path) -> set[str]:
    """Return every compare module that a file imports, wherever in the file it does so."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
    return {name for name in found if name == "compare" or name.startswith("compare.")}


FILES = sorted((ROOT / "compare").rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_down_only(path: Path) -> None:
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for name in imports(path):
        assert floor(name) <= floor(module), f"{module} imports {name}, which lies above it"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_heavy_libraries_are_not_imported_at_the_top(path: Path) -> None:
    heavy = {
        *("torch", "sentence_transformers", "spacy", "sklearn", "streamlit", "transformers"),
        *("sqlalchemy", "alembic", "docx", "psycopg", "platformdirs", "pyarrow", "ray", "scipy"),
    }
    if path.name.startswith("docx"):  # these modules are loaded only when Word is asked for
        heavy -= {"docx"}
    # Only training imports these.
    if path.name in ("adapt.py", "entail.py", "entail_mean.py", "entail_network.py"):
        heavy -= {"torch"}
    if "store" in path.parts:
        heavy -= {"sqlalchemy", "alembic"}
    if path.parent.name == "dashboard":
        heavy -= {"streamlit"}
    for node in ast.parse(path.read_text("utf-8")).body:
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            assert name.split(".")[0] not in heavy, f"{path} imports {name} at the top"


def test_a_cold_demo_loads_neither_the_store_nor_word() -> None:
    code = (
        "import sys\nfrom compare.cli import main\nsys.argv = ['readouts', 'demo', '-f', 'json']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'sqlalchemy', 'alembic', 'docx', 'psycopg', 'torch', 'streamlit'}\n"
        "print('loaded:', sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stderr.splitlines()[-1] == "loaded: []"


def test_every_floor_exists() -> None:
    for name in FLOORS:
        there = (ROOT / "compare" / f"{name}.py").is_file() or (ROOT / "compare" / name).is_dir()
        assert there, f"floor {name} is gone; take it out of FLOORS"
