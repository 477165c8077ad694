"""What an article says about itself, by format, and which source is believed."""

from __future__ import annotations

import hashlib
import logging
import socket
from datetime import date
from pathlib import Path

import pytest

from tests.read.seeds import ARTICLE, body, dropped, read

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Harbour reopens | The Daily Example</title>
<meta property="og:title" content="Harbour reopens after storm">
<meta property="og:site_name" content="The Daily Example"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2024-02-01T09:00:00Z">
<link rel="canonical" href="https://example.org/harbour"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Harbour reopens after storm</h1>
<p>The harbour of the small town reopened on Thursday after three days of storm, and the first ferries left at dawn.</p>
<p>“We have waited long enough,” said Ann Lee, the harbour master, as the gates were lifted and all was quiet.</p>
<p>The council said that it would spend two million pounds on a new wall, which is to be finished before the winter.</p>
<p>Fishermen said that the money was welcome but late, and that some of them had already sold their boats.</p>
</article><script>alert("no")</script><div class="comments"><h3>Leave a Reply</h3></div></body></html>"""


def test_title_is_the_first_line_and_paragraphs_stand_between_blank_lines(tmp_path: Path) -> None:
    article = read(tmp_path)
    assert article.title == "Harbour reopens"
    assert body(article) == ["The ferries left at dawn on Thursday.", "“At last,” said Ann Lee."]
    assert [paragraph.id for paragraph in article.paragraphs] == ["p1", "p2"]
    assert dropped(article) == {"Harbour reopens": "title"}
    assert article.sha256 == hashlib.sha256(ARTICLE.encode()).hexdigest()


def test_text_is_the_file_without_its_byte_order_mark_and_with_plain_line_ends(tmp_path: Path) -> None:
    content = "\ufeffTitle  \r\n\r\n  One\u00a0''two''\t \r\n\r\nThree\r\n"
    article = read(tmp_path, content)
    assert article.text == content.removeprefix("\ufeff").replace("\r\n", "\n")
    assert body(article) == ["One\u00a0''two''", "Three"]


def test_paragraph_a_line_where_there_are_no_blank_lines(tmp_path: Path) -> None:
    article = read(tmp_path, "Title\nThe first one ends here.\nA subheading\nThe second one ends here.\n")
    assert body(article) == ["The first one ends here.", "A subheading", "The second one ends here."]


def test_lines_that_stop_in_mid_sentence_are_one_paragraph(tmp_path: Path) -> None:
    article = read(tmp_path, "Title\n\nThe ferries left at dawn on\nThursday, and the gates were\nlifted again.\n")
    assert body(article) == ["The ferries left at dawn on\nThursday, and the gates were\nlifted again."]


def test_whole_sentences_a_line_are_paragraphs_even_beside_blank_lines(tmp_path: Path) -> None:
    article = read(tmp_path, "Title\n\nThe first.\nThe second.\n\nThe third.\n")
    assert body(article) == ["The first.", "The second.", "The third."]


def test_first_line_too_long_for_a_title_is_body(tmp_path: Path) -> None:
    long = "The ferries left. " * 30
    article = read(tmp_path, f"{long}\n\nThe end.\n", name="harbour-news.txt")
    assert article.title == "Harbour news"
    assert article.title_span is None
    assert len(article.paragraphs) == 2


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ana Ruiz", ("Ana Ruiz",)),
        ("ANA RUIZ and Bo Lind", ("Ana Ruiz", "Bo Lind")),
        ("River Tolls", ()),
        ("Ana Ruiz wins again", ()),
        ("Ana Ruiz, Treasury Department", ()),
    ],
)
def test_a_line_of_names_below_the_title_is_a_byline(line: str, names: tuple[str, ...], tmp_path: Path) -> None:
    article = read(tmp_path, f"Title\n\n{line}\n\nIt rained all day.\n\nAnn Lee\n\nThe end.")
    assert article.byline == names
    assert len(article.paragraphs) == (3 if names else 4)


def test_a_line_of_the_names_that_a_sidecar_states_is_no_paragraph(tmp_path: Path) -> None:
    article = read(tmp_path, "Title\n\nXq Zzu and Bo Lind\n\nIt rained.", sidecar="byline: [Xq Zzu, Bo Lind]\n")
    assert dropped(article) == {"Title": "title", "Xq Zzu and Bo Lind": "byline"}


@pytest.mark.parametrize(
    ("sidecar", "text", "name", "expected"),
    [
        ("published: 2020-01-02", "Published: 3 March 2021", "a_2019-05-06_b.txt", (date(2020, 1, 2), "sidecar")),
        ("", "Published: 3 March 2021", "a_2019-05-06_b.txt", (date(2021, 3, 3), "dateline")),
        ("", "Monday, May 18, 2015", "a.txt", (date(2015, 5, 18), "dateline")),
        ("", "Published: 03/04/2021", "a_2019-05-06_b.txt", (date(2019, 5, 6), "file name")),
        ("", "Updated: 4 March 2021\n\nPosted on 3 March 2021", "a.txt", (date(2021, 3, 3), "dateline")),
        ("", "Auguſt 3, 2021", "a.txt", (None, None)),
        ("", "The wall fell on 3 March 2021.", "a-2019-13-06.txt", (None, None)),
    ],
)
def test_date_of_publication_comes_from_the_most_trusted_place(
    sidecar: str, text: str, name: str, expected: object, tmp_path: Path
) -> None:
    article = read(tmp_path, f"Title\n\n{text}\n\nThe end.", name=name, sidecar=sidecar)
    assert (article.published, article.published_from) == expected


def test_date_of_a_correction_below_the_body_is_not_the_day_of_publication(tmp_path: Path) -> None:
    body_text = "\n\n".join(f"The wall fell on day {n}." for n in range(8))
    article = read(tmp_path, f"Title\n\n{body_text}\n\nCorrection:\n\nFriday, June 10, 2016")
    assert dropped(article)["Friday, June 10, 2016"] == "dateline"
    assert article.published is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("BY JANE DOE", ("Jane Doe",)),
        ("By Jane van der Doe, Associated Press", ("Jane van der Doe",)),
        ("By Seán O'Casey-Lee | The Daily Example", ("Seán O'Casey-Lee",)),
        ("By Reuters", ("Reuters",)),
        ("By The Numbers", ()),
        ("By Friday", ()),
    ],
)
def test_byline_names_people(line: str, names: tuple[str, ...], tmp_path: Path) -> None:
    assert read(tmp_path, f"Title\n\n{line}\n\nThe end.").byline == names


def test_sidecar_says_more_and_the_rest_of_it_is_kept_for_corrections(tmp_path: Path) -> None:
    sidecar = (
        "title: Another title\nbyline: By Jane Doe & John Roe\npublisher: The Daily Example\nurl: https://example.org/a\n"
        "language: en-GB\nrights: full\nactors:\n  a-1: {name: Ann Lee, since: 2020-01-02}\n"
    )
    article = read(tmp_path, sidecar=sidecar)
    assert (article.title, article.byline) == ("Another title", ("Jane Doe", "John Roe"))
    assert (article.publisher, article.url, article.language) == ("The Daily Example", "https://example.org/a", "en-GB")
    assert article.rights == "full"
    assert article.corrections == {"actors": {"a-1": {"name": "Ann Lee", "since": "2020-01-02"}}}
    assert article.title_span is not None


def test_markdown_gives_words_without_marks(tmp_path: Path) -> None:
    content = (
        "---\ntitle: Bridge closed\ndate: 2023-05-04\nauthor: [Ann Lee, Bo Chan]\ntags: [x]\n---\n\n# Bridge closed\n\n"
        "The **old bridge** was [closed](https://example.org) on\n*Tuesday*.\n\n> It is not safe.\n\n"
        "- First\n- Second\n\n![A picture](a.png)\n\n<!-- remark --><b>Bold</b> &amp; 3 < 4\n"
    )
    article = read(tmp_path, content, name="bridge.md")
    assert article.title == "Bridge closed"
    assert (article.published, article.published_from) == (date(2023, 5, 4), "front matter")
    assert article.byline == ("Ann Lee", "Bo Chan")
    assert body(article)[:4] == ["The old bridge was closed on Tuesday.", "It is not safe.", "First", "Second"]
    assert article.corrections == {}


def test_markdown_without_front_matter_takes_its_first_heading_as_title(tmp_path: Path) -> None:
    article = read(tmp_path, "---\n\n# Bridge closed\n\nThe end.\n", name="bridge.md")
    assert (article.title, body(article)) == ("Bridge closed", ["The end."])


def test_saved_page_gives_main_text_and_metadata_without_the_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def no_network(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    with caplog.at_level(logging.DEBUG):
        article = read(tmp_path, PAGE, name="harbour.html")
    assert article.title == "Harbour reopens after storm"
    assert (article.byline, article.publisher) == (("Jane Doe",), "The Daily Example")
    assert (article.published, article.published_from) == (date(2024, 2, 1), "page")
    assert article.url == "https://example.org/harbour"
    assert len(article.paragraphs) == 4
    assert "Home" not in article.text
    assert "alert" not in article.text
    assert caplog.records == []


@pytest.mark.parametrize(
    "note",
    [
        "<!-- saved from url=(0027)https://example.org/harbour -->",
        "<!--\n Page saved\n url: https://example.org/harbour \n-->",
    ],
)
def test_saved_page_gives_the_address_that_the_browser_noted(note: str, tmp_path: Path) -> None:
    page = PAGE.replace('<link rel="canonical" href="https://example.org/harbour">', "")
    article = read(tmp_path, page.replace("<html", f"{note}<html"), name="harbour.html")
    assert article.url == "https://example.org/harbour"
