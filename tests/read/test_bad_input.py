"""Bad input: one clear sentence each, all of them at once, and nothing but ReadError."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.errors import ReadError, SeveralErrors
from generator.read import left_alone, read_article, read_folder
from tests.read.seeds import ARTICLE, read, write


@pytest.mark.parametrize(
    ("name", "content", "problem", "hint"),
    [
        ("a.txt", b"Caf\xe9 talks\n\nThe end.", "is not UTF-8", "it looks like ISO 8859-1; save it again as UTF-8"),
        (
            "a.txt",
            b"Talks\n\n\x93Yes\x94, he said.",
            "is not UTF-8",
            "it looks like windows-1252; save it again as UTF-8",
        ),
        ("a.txt", ARTICLE.encode("utf-16"), "is not UTF-8 but UTF-16", "save it again as UTF-8"),
        ("a.txt", "Harbour\n\nThe end.".encode("utf-16-le"), "is not UTF-8 but UTF-16", "save it again as UTF-8"),
        ("a.txt", b"%PDF-1.7\n\xe2\xe3", "is a PDF, not text", "save the article's text as plain text in UTF-8"),
        ("a.txt", b"abc\0\0\1def", "is a binary file, not text", "save the article's text as plain text in UTF-8"),
        ("a.txt", b"", "is empty", "put the title on its first line and the article below it"),
        ("a.txt", b"\xef\xbb\xbf \n\n", "is empty", "put the title on its first line and the article below it"),
        ("a.txt", b"Only a title", "holds no paragraph", "put the article's text below its title"),
        ("a.txt", b"Title\n\nAdvertisement\n", "holds no paragraph", "put the article's text below its title"),
        ("a.txt", b"a" * 5_000_001, "is larger than 5 MB", "leave only the article in it"),
        ("a.html", b"<html><body></body></html>", "no article was found in this page", "save the article's text"),
        ("a.md", b"---\ntitle: A\n\nThe end.", "its front matter has no end", "write --- below the fields"),
        ("a.md", b"---\ntitle: A\ndate: soon\n---\n\nThe end.", "`published` is not a date", "write 2026-03-01"),
        ("a.doc", b"Title\n\nThe end.", "is no article", "its name must end in one of .txt, .md, .html, .htm"),
    ],
)
def test_bad_article_is_named_with_its_problem_and_its_cure(
    name: str, content: bytes, problem: str, hint: str, tmp_path: Path
) -> None:
    with pytest.raises(ReadError) as caught:
        read_article(write(tmp_path, name, content))
    assert caught.value.problem == problem
    assert caught.value.hint.startswith(hint)
    assert str(caught.value).count("\n") == 0


@pytest.mark.parametrize(
    ("sidecar", "problem", "line"),
    [
        ("title: A\npublished: last week", "`published` is not a date", 2),
        ("published: 2024-02-31", "`published` is not a date", 1),
        ("published: 2024", "`published` is not a date", 1),
        ("url: javascript:alert(1)", "`url` is not a web address", 1),
        ("url: 'https://'", "`url` is not a web address", 1),
        ("url: 'https://example.org/a b'", "`url` is not a web address", 1),
        ("\n\nrights: all", "`rights` is neither full nor excerpts", 3),
        ("language: no", "`language` is not the code of a language", 1),
        ("title: [A]", "`title` is not text", 1),
        ("byline: {a: b}", "`byline` is not a list of names", 1),
        ("title: A\ntitle: B", "says `title` twice", 2),
        ('title: A\nbyline: "Ann', "opens a quotation mark that is never closed", 2),
        ("title: A\n\tbyline: B", "has a tab where YAML allows only spaces", 2),
        ("title: A\nbyline\nrights: full", "has a line without `: `", 2),
        ("title: A: B", "is not valid YAML (mapping values are not allowed here)", 1),
        ("title: [A", "is not valid YAML (expected ',' or ']', but got '<stream end>')", 1),
        ("- a\n- b", "does not hold fields", 1),
        ("just words", "does not hold fields", 1),
        ("a: 1\nb: !!python/object/apply:os.system [ls]", "uses a tag", 2),
        ("a: &a [1]\nb: [*a, *a]", "uses an anchor or an alias", 1),
        ("a: " + "[" * 5000, "is nested more than 20 levels deep", 1),
        ("? [a]\n: b", "has a field whose name is not a word", 1),
        ("1: b", "has a field whose name is not a word", 1),
        ("a: b\n---\nc: d", "holds several documents", 2),
        ("a: \x07", "holds a character that YAML forbids", 1),
        ("a: " + "9" * 5000, "holds a value that YAML cannot read", None),
    ],
)
def test_bad_sidecar_is_named_with_its_line(sidecar: str, problem: str, line: int | None, tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read(tmp_path, sidecar=sidecar)
    assert (caught.value.problem, caught.value.line) == (problem, line)
    assert str(caught.value.path).endswith("harbour.yml")


def test_every_wrong_field_of_a_sidecar_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(SeveralErrors) as caught:
        read(tmp_path, sidecar="rights: all\ntitle: A\nlanguage: no\npublished: soon")
    found = [(error.problem, error.line) for error in caught.value.errors if isinstance(error, ReadError)]
    assert found == [
        ("`rights` is neither full nor excerpts", 1),
        ("`language` is not the code of a language", 3),
        ("`published` is not a date", 4),
    ]


def test_page_without_a_paragraph_is_told_apart_from_a_text_without_one(tmp_path: Path) -> None:
    page = "<html><body><nav><a href=x>Home</a></nav><p>Advertisement</p></body></html>"
    with pytest.raises(ReadError) as caught:
        read(tmp_path, page, name="page.html")
    assert caught.value.hint == "save the article's text as a .txt file instead"


def test_name_that_ends_in_nothing_we_know_is_first_looked_for(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="there is no such file"):
        read_article(tmp_path / "harbour")


def test_documents_that_are_not_read_are_named_unless_their_text_is_there(tmp_path: Path) -> None:
    for name in ("talks.docx", "port.pdf", "port.txt", "picture.png", ".hidden.pdf", "README.md"):
        write(tmp_path, name)
    assert [path.name for path in left_alone(tmp_path)] == ["talks.docx"]


def test_path_is_told_from_the_folder_in_which_one_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    with pytest.raises(ReadError) as caught:
        read(tmp_path / "seeds", sidecar="published: soon")
    assert str(caught.value).startswith("seeds/harbour.yml:1: ")


def test_wording_of_a_message(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read(tmp_path, sidecar="published: soon")
    assert str(caught.value) == f"{tmp_path / 'harbour.yml'}:1: `published` is not a date; write 2026-03-01."


def test_all_bad_files_are_listed_at_once_in_their_order(tmp_path: Path) -> None:
    write(tmp_path, "good.txt")
    write(tmp_path, "a.txt", b"")
    write(tmp_path, "a.yml", "rights: all")
    write(tmp_path, "b.txt", b"\xff")
    write(tmp_path, "c.yml", "title: C")
    write(tmp_path, "d.yaml", "title: D")
    write(tmp_path, "good.md", "# Good\n\nThe end.")
    with pytest.raises(SeveralErrors) as caught:
        read_folder(tmp_path)
    found = [(Path(error.path).name, error.problem) for error in caught.value.errors if isinstance(error, ReadError)]
    assert found == [
        ("a.txt", "is empty"),
        ("a.yml", "`rights` is neither full nor excerpts"),
        ("b.txt", "is not UTF-8"),
        ("c.yml", "is a sidecar without an article"),
        ("d.yaml", "is not read"),
        ("good.txt", "would have the same address as good.md"),
    ]


def test_folder_is_read_by_name_without_readme_sidecars_and_other_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "README.md", "readme.txt", ".hidden.txt", "picture.png"):
        write(tmp_path, name)
    write(tmp_path, "b.yml", "publisher: The Daily Example")
    (tmp_path / "folder.txt").mkdir()
    assert [(article.slug, article.publisher) for article in read_folder(tmp_path)] == [
        ("a", None),
        ("b", "The Daily Example"),
    ]


def test_missing_folder_is_an_error_and_an_empty_one_is_not(tmp_path: Path) -> None:
    assert read_folder(tmp_path) == ()
    with pytest.raises(SeveralErrors, match="is not a folder that can be read"):
        read_folder(tmp_path / "none")


def test_what_is_no_ordinary_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for name, problem in (
        ("folder.txt", "is a folder"),
        ("pipe.txt", "is no ordinary file"),
        ("none.txt", "no such file"),
    ):
        with pytest.raises(ReadError, match=problem):
            read_article(tmp_path / name)
    with pytest.raises(ReadError):
        read_article(tmp_path / "loop.txt")


def test_link_may_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    write(seeds, "real.txt")
    write(tmp_path, "secret.txt")
    (seeds / "inside.txt").symlink_to(seeds / "real.txt")
    (seeds / "outside.txt").symlink_to(tmp_path / "secret.txt")
    assert read_article(seeds / "inside.txt").title == "Harbour reopens"
    with pytest.raises(ReadError, match="leads out of its folder"):
        read_article(seeds / "outside.txt")


@pytest.mark.parametrize("stem", ["a\nb", "..\\..\\x", "\u202etxt.exe", "новости", "-", "a" * 200, "Élysée: талks?"])
def test_odd_names_give_plain_addresses_and_messages_of_one_line(stem: str, tmp_path: Path) -> None:
    slug = read(tmp_path, name=f"{stem}.txt").slug
    assert slug.strip("-") == slug != ""
    assert slug.replace("-", "").isascii()
    assert slug.replace("-", "").isalnum()
    with pytest.raises(ReadError) as caught:
        read(tmp_path, b"", name=f"{stem}.txt")
    assert str(caught.value).isprintable()


def test_names_in_other_scripts_keep_their_own_addresses(tmp_path: Path) -> None:
    assert read(tmp_path, name="новости.txt").slug != read(tmp_path, name="погода.txt").slug
