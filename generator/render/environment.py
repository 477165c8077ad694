"""Templates in, Markdown out: undefined names fail, and every string is escaped once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame

from generator.render.escape import Markdown, escape


@cache
def environment() -> Environment:
    """The one environment of all templates; `{{ value }}` escapes, `{{ Markdown }}` does not."""
    env = _Environment(
        loader=PackageLoader("generator.render"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters = {name: env.filters[name] for name in _FILTERS} | {"join": join}
    return env


def render(template: str, /, **context: Any) -> Markdown:
    """One template of `templates/`, filled in."""
    return Markdown(environment().get_template(template).render(**context))


def with_front_matter(body: str, meta: Mapping[str, Any]) -> str:
    """A Markdown file. Strings of `meta` are escaped: the theme puts them into its HTML as they are."""
    if not meta:
        return body
    head = yaml.safe_dump(_escaped(meta), allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{head}---\n\n{body}"


def join(values: Iterable[object], separator: str = "") -> Markdown:
    """The filter: every value escaped once, the separator taken as Markdown."""
    return Markdown(separator.join(escape(value) for value in values))


def _escaped(value: Any) -> Any:
    match value:
        case str():
            return str(escape(value))
        case Mapping():
            return {key: _escaped(item) for key, item in value.items()}
        case list() | tuple():
            return [_escaped(item) for item in value]
    return value


def _finalize(value: object) -> Markdown:
    if value is None:
        raise ValueError("a template shows None: choose what the page says instead")
    return escape(value)


# Those that neither escape in Jinja's own way, which is made for HTML, nor claim that something is escaped.
_FILTERS = (
    "abs batch capitalize count default dictsort first float groupby int items last length list lower map max min "
    "reject rejectattr reverse round select selectattr slice sort sum title trim unique upper"
).split()


class _Generator(CodeGenerator):
    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("environment.filters['join']((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _Environment(Environment):
    code_generator_class = _Generator

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for node in template.find_all((nodes.Add, nodes.Mod)):
            sides: list[Callable[..., Any] | nodes.Node] = [node.left, node.right]
            if not any(isinstance(side, nodes.Const) and isinstance(side.value, int) for side in sides):
                raise TemplateSyntaxError("join strings with ~, which escapes them", node.lineno, name, filename)
        return template
