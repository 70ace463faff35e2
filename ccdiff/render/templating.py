"""Templates: ours, or a user's folder in front of them. Report text is data for them, always escaped."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from ccdiff import store
from ccdiff.errors import CcdiffError
from ccdiff.render.clean import display

HERE = Path(__file__).parent / "templates"


def render_template(name: str, folder: Path | None, **values: Any) -> str:
    """The template ``name`` of ``folder`` (else ours) filled with ``values``.

    Raises ``CcdiffError`` naming the template and its line where it cannot be used.
    """
    import jinja2

    try:
        return display(_template(name, folder).render(**values))
    except jinja2.TemplateNotFound as error:
        raise CcdiffError(
            f"no template {error.name!r}", where=str(folder or HERE), remedy="see docs/templates.md"
        ) from error
    except jinja2.TemplateSyntaxError as error:
        where = f"{error.filename or error.name or name}, line {error.lineno}"
        raise CcdiffError(error.message or "bad template", where=where, remedy="mend the template") from error
    except jinja2.TemplateError as error:
        raise CcdiffError(str(error), where=str((folder or HERE) / name), remedy="mend the template") from error


def read(name: str, folder: Path | None = None) -> str:
    """A style sheet or script that a page carries inside: the user's if the folder has one, else ours."""
    for base in (folder, HERE):
        if base and (base / name).is_file():
            return (base / name).read_text(encoding="utf-8")
    raise CcdiffError(f"no file {name!r}", where=str(HERE), remedy="install ccdiff anew")


@cache
def _template(name: str, folder: Path | None) -> Any:
    """The template, ready; what it writes is escaped by a function that makes nothing of the many pieces that stay as they are."""
    from jinja2.runtime import escape

    def escaped(value: object) -> str:
        if type(value) is str and not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value):
            return value
        return str(value) if type(value) in (int, float) else escape(value)

    template = _environment(folder).get_template(name)
    within = template.root_render_func.__globals__  # where a compiled template has the name
    if within.get("escape") is escape:
        within["escape"] = escaped
    return template


@cache
def _environment(folder: Path | None) -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    return Environment(
        loader=FileSystemLoader([str(base) for base in (folder, HERE) if base]),
        autoescape=select_autoescape(enabled_extensions=("html.j2", "html"), default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_bytecode(),
    )


def _bytecode() -> Any:
    """Compiled templates are kept in the user's own folder: compiling the page takes some 80 ms, reading it compiled 1 ms."""
    from jinja2 import FileSystemBytecodeCache
    from jinja2.bccache import Bucket

    class Cache(FileSystemBytecodeCache):
        def dump_bytecode(self, bucket: Bucket) -> None:
            with suppress(OSError):
                super().dump_bytecode(bucket)

    folder = store.folder()
    return Cache(str(folder), "template-%s") if folder else None


def fill() -> None:
    """Compiles all templates, so that the first page is as quick as all others: ``python -m ccdiff.render.templating``."""
    for path in sorted(HERE.glob("*.j2")):
        _environment(None).get_template(path.name)


if __name__ == "__main__":
    fill()
