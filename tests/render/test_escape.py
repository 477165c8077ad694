"""Escaping: a reader of the page sees exactly the characters, and nothing else happens."""

from __future__ import annotations

import html
import re
import unicodedata

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import TemplateAssertionError
from markdown import Markdown as PythonMarkdown

from generator.render.environment import environment, with_front_matter
from generator.render.escape import Markdown, escape, plain
from tests.hostile.corpus import hostile_texts

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "fenced_code"]


def test_words_stay_as_they_are():
    assert escape("Wu Xinbo détente 习近平") == "Wu Xinbo détente 习近平"


def test_punctuation_becomes_entities():
    assert escape("<b>*") == "&#60;b&#62;&#42;"


def test_white_space_is_collapsed():
    assert escape(" one\n\n\ttwo\u2028three ") == "one two three"


def test_what_acts_instead_of_showing_is_left_out():
    assert escape("a\u202eb\ufeffc\x00d\x02e\ud800f") == "abcdef"


def test_marks_of_direction_for_one_place_stay():
    assert escape("\u05d0\u200f1") == "\u05d0\u200f1"


def test_markdown_is_not_escaped_again():
    assert escape(escape("*")) == escape("*")
    assert escape(Markdown("**bold**")) == "**bold**"


def test_strings_joined_to_markdown_are_escaped():
    assert Markdown("**") + "*" == "**&#42;"
    assert Markdown("%s") % "<" == "&#60;"
    assert Markdown(", ").join(["*", Markdown("*")]) == "&#42;, *"


def shown(markdown: str) -> str:
    """What a browser shows of the HTML that Python-Markdown makes."""
    page = PythonMarkdown(extensions=EXTENSIONS).convert(markdown)
    return html.unescape(re.sub("<[^>]*>", "", page)).strip("\n")


POSITIONS = {
    "paragraph": "{}",
    "heading": "## {}",
    "list": "- {}",
    "cell": "| a | b |\n|---|---|\n| {} | |",
    "emphasis": "*{}*",
    "link": "[{}](x.md)",
    "element": '<div markdown="1">\n\n{}\n\n</div>',
    "raw element": "<p>{}</p>",
}


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("text", hostile_texts())
def test_hostile_texts_show_in_every_position(text, position):
    page = shown(POSITIONS[position].format(escape(text)))
    assert plain(text) in page.replace("\n", " ")


@given(st.text(min_size=1))
@example("0\u2028")
def test_any_text_shows_its_characters_and_makes_no_element(text):
    page = PythonMarkdown(extensions=EXTENSIONS).convert(f"x{escape(text)}x")
    assert re.findall("<[^>]*>", page) == ["<p>", "</p>"]
    assert html.unescape(page) == f"<p>x{escaped_back(text)}x</p>"


def escaped_back(text: str) -> str:
    return html.unescape(str(escape(text)))


@given(st.text())
def test_nothing_that_shows_is_lost(text):
    kept = [mark for mark in text if unicodedata.category(mark)[0] in "LMNPS"]
    assert [mark for mark in plain(text) if unicodedata.category(mark)[0] in "LMNPS"] == [
        mark for mark in kept if mark not in "\ufffe\uffff"
    ]


def rendered(template: str, **context: object) -> str:
    return environment().from_string(template).render(**context)


def test_templates_escape_every_string_once():
    assert rendered("{{ name }}", name="*") == "&#42;"
    assert rendered("{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ m(name) }}", name="*") == "<b>&#42;</b>"
    assert rendered("{{ name ~ bold }}", name="*", bold=Markdown("**")) == "&#42;**"
    assert rendered("{{ names | join(', ') }}", names=["*", Markdown("*")]) == "&#42;, *"
    assert rendered("{% set x %}*{{ name }}{% endset %}{{ x }}", name="*") == "*&#42;"


def test_undefined_names_fail():
    with pytest.raises(UndefinedError):
        rendered("{{ nobody }}")


def test_none_fails_instead_of_showing():
    with pytest.raises(ValueError, match="shows None"):
        rendered("{{ role }}", role=None)


@pytest.mark.parametrize("name", ["safe", "e", "escape", "replace", "tojson", "xmlattr", "urlize", "format"])
def test_filters_that_escape_for_html_or_not_at_all_are_not_there(name):
    with pytest.raises(TemplateAssertionError):
        rendered("{{ x | " + name + " }}", x="*")


def test_plus_between_strings_is_refused():
    with pytest.raises(TemplateSyntaxError, match="join strings with ~"):
        rendered("{{ a + b }}", a="*", b=Markdown("*"))
    assert rendered("{{ n + 1 }}", n=1) == "2"


def test_front_matter_holds_strings_escaped_for_the_theme():
    page = with_front_matter("# Body", {"title": "<b>: x", "tags": ["a & b"], "hide": ["toc"], "weight": 3})
    _, head, body = page.split("---\n")
    assert yaml.safe_load(head) == {
        "title": "&#60;b&#62;&#58; x",
        "tags": ["a &#38; b"],
        "hide": ["toc"],
        "weight": 3,
    }
    assert body == "\n# Body"
