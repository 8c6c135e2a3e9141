from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.files import LARGEST, Unreadable, natural, read_bytes, walk


def plant(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Het regende.")


def keys(*roots: Path | str) -> list[str]:
    return [source.key for source in walk(roots).files]


def test_a_folder_is_walked_in_natural_path_order(tmp_path: Path) -> None:
    plant(tmp_path, "10.txt", "9.txt", "B.txt", "a.txt", "a/2.txt", "a/10.txt", "a/b/1.txt")
    assert keys(tmp_path) == [
        "9.txt",
        "10.txt",
        "a/2.txt",
        "a/10.txt",
        "a/b/1.txt",
        "a.txt",
        "B.txt",
    ]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("a.txt", True),
        ("a.TEXT", True),
        ("a.html", True),
        ("a.htm", True),
        ("a.xhtml", True),
        ("a.mhtml", True),
        ("a.MHT", True),
        ("a.html.gz", True),
        ("a.png.gz", False),
        ("bericht", True),
        ("a.json", False),
        ("a.png", False),
        (".a.txt", False),
        (".newsreader/notes.txt", False),
        (".git/HEAD", False),
    ],
)
def test_what_counts_as_an_article_is_told_by_its_name(
    tmp_path: Path, name: str, counts: bool
) -> None:
    plant(tmp_path, name)
    corpus = walk([tmp_path])
    assert [source.key for source in corpus.files] == [name] * counts
    assert corpus.problems == ()


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    plant(tmp_path, "pagina.bak")
    assert keys(tmp_path / "pagina.bak") == ["pagina.bak"]


def test_the_path_as_given_is_kept_beside_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(tmp_path, "corpus/zee/1.txt")
    monkeypatch.chdir(tmp_path)
    (source,) = walk(["corpus/"]).files
    assert (source.given, source.key) == ("corpus/zee/1.txt", "zee/1.txt")
    assert source.path == os.path.realpath("corpus/zee/1.txt")


def test_keys_of_several_roots_are_relative_to_what_they_share(tmp_path: Path) -> None:
    plant(tmp_path, "oost/1.txt", "west/1.txt", "los.txt")
    assert keys(tmp_path / "west", tmp_path / "oost") == ["oost/1.txt", "west/1.txt"]
    assert keys(tmp_path / "los.txt", tmp_path / "west") == ["los.txt", "west/1.txt"]
    assert keys(tmp_path / "west/1.txt") == ["1.txt"]


def test_a_file_that_is_reached_twice_is_listed_once(tmp_path: Path) -> None:
    plant(tmp_path, "1.txt", "zee/2.txt")
    assert keys(tmp_path, tmp_path / "zee", tmp_path / "1.txt") == ["1.txt", "zee/2.txt"]


def test_two_names_that_look_alike_once_they_are_safe_get_two_keys(tmp_path: Path) -> None:
    plant(tmp_path, "a\x1b.txt", "a\x07.txt")
    assert sorted(keys(tmp_path)) == ["a\ufffd.txt", "a\ufffd.txt (2)"]


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    evil = os.fsencode(tmp_path) + b"/\x1b]0;weg\x07\n\xff\xe2\x80\xae.txt"
    Path(os.fsdecode(evil)).write_text("Het regende.")
    (source,) = walk([tmp_path]).files
    assert source.key.isprintable()
    assert source.given.isprintable()
    assert read_bytes(source.path)[0] == b"Het regende."


@pytest.mark.parametrize("kind", ["fifo", "link", "link to a folder", "loop", "dangling"])
def test_what_is_no_plain_file_is_passed_over_with_a_line(tmp_path: Path, kind: str) -> None:
    plant(tmp_path, "echt.txt", "elders.bak")
    odd = tmp_path / "vreemd.txt"
    match kind:
        case "fifo":
            os.mkfifo(odd)
        case "link":
            odd.symlink_to(tmp_path / "elders.bak")
        case "link to a folder":
            odd.symlink_to(tmp_path)
        case "loop":
            odd.symlink_to(odd)
        case "dangling":
            odd.symlink_to(tmp_path / "nergens")
    corpus = walk([tmp_path])
    assert [source.key for source in corpus.files] == ["echt.txt"]
    (problem,) = corpus.problems
    assert problem.startswith(f"{odd}: ")
    with pytest.raises(Unreadable):
        read_bytes(str(odd))


@pytest.mark.parametrize(
    ("page", "parts"),
    [
        ("kop.html", "kop_files"),
        ("kop.htm", "kop_bestanden"),
        ("Kop op zee.HTML", "Kop op zee-Dateien"),
        ("kop.xhtml", "kop_fichiers"),
        ("kop.html", "kop.html_files"),
        ("kop.v2.html", "kop.v2_files"),
    ],
)
def test_the_folder_of_parts_beside_a_saved_page_holds_no_articles(
    tmp_path: Path, page: str, parts: str
) -> None:
    plant(tmp_path, page, f"{parts}/advertentie.html", f"{parts}/diep/knop.htm", f"{parts}/LEES")
    assert keys(tmp_path) == [page]


@pytest.mark.parametrize(
    ("page", "folder"),
    [
        ("elders.html", "kop_files"),
        ("kop.txt", "kop_files"),
        ("diep/kop.html", "kop_files"),
        ("kop.html", "_files"),
        ("kop.html", "kop"),
        ("kop.html", "kop_foto"),
    ],
)
def test_a_folder_with_no_page_beside_it_is_walked(tmp_path: Path, page: str, folder: str) -> None:
    plant(tmp_path, page, f"{folder}/1.html")
    assert sorted(keys(tmp_path)) == sorted([page, f"{folder}/1.html"])


def test_a_folder_of_parts_that_is_named_is_walked(tmp_path: Path) -> None:
    plant(tmp_path, "kop.html", "kop_files/1.html")
    assert keys(tmp_path / "kop_files") == ["1.html"]


def test_a_path_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(Unreadable, match="no such file"):
        read_bytes("/krant\0")


def test_a_root_may_be_a_link(tmp_path: Path) -> None:
    plant(tmp_path, "echt/1.txt")
    (tmp_path / "link").symlink_to(tmp_path / "echt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "echt" / "1.txt")
    assert keys(tmp_path / "link") == ["1.txt"]
    assert keys(tmp_path / "link.txt") == ["link.txt"]


@pytest.mark.parametrize("kind", ["missing", "under a file", "loop", "fifo"])
def test_a_root_that_cannot_be_opened_is_named_and_the_rest_goes_on(
    tmp_path: Path, kind: str
) -> None:
    plant(tmp_path, "echt.txt")
    root = tmp_path / "weg"
    match kind:
        case "under a file":
            root = tmp_path / "echt.txt" / "weg"
        case "loop":
            root.symlink_to(root)
        case "fifo":
            os.mkfifo(root)
    corpus = walk([root, tmp_path / "echt.txt"])
    assert len(corpus.files) == 1
    (problem,) = corpus.problems
    assert problem.startswith(f"{root}: ")
    assert problem.endswith(".")


def test_a_folder_that_holds_itself_is_walked_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As a bind mount does; a link is never followed.
    plant(tmp_path, "1.txt", "diep/2.txt")
    real = os.lstat
    monkeypatch.setattr(
        os, "lstat", lambda path: real(tmp_path if str(path).endswith("diep") else path)
    )
    corpus = walk([tmp_path])
    assert [source.key for source in corpus.files] == ["1.txt"]
    assert corpus.problems == (f"{tmp_path}/diep: this folder holds itself; passed over.",)


def test_a_folder_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(tmp_path, "1.txt", "dicht/2.txt")
    real = os.listdir

    def listdir(path: str) -> list[str]:
        if path.endswith("dicht"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "listdir", listdir)
    corpus = walk([tmp_path])
    assert [source.key for source in corpus.files] == ["1.txt"]
    assert corpus.problems == (f"{tmp_path}/dicht: not permitted. Check who may read it.",)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    plant(tmp_path, "dicht.txt")
    (tmp_path / "dicht.txt").chmod(0)
    with pytest.raises(Unreadable, match="not permitted"):
        read_bytes(str(tmp_path / "dicht.txt"))


def test_a_file_that_grows_while_it_is_read_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "a.txt"
    page.write_bytes(b"dijk " * 30_000)
    whole = os.fstat

    def shorter(handle: int) -> os.stat_result:
        status = list(whole(handle))
        status[stat.ST_SIZE] = 7
        return os.stat_result(status)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fstat", shorter)
        data, _, size = read_bytes(str(page))
    assert (data, size) == (page.read_bytes(), 150_000)
    monkeypatch.setattr("tui.store.files.LARGEST", 99)
    monkeypatch.setattr(os, "fstat", shorter)
    with pytest.raises(Unreadable):
        read_bytes(str(page))


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    with open(tmp_path / "groot.txt", "wb") as file:
        file.truncate(LARGEST + 1)
    (source,) = walk([tmp_path]).files
    with pytest.raises(Unreadable, match="larger than 20 MB"):
        read_bytes(source.path)
    os.truncate(source.path, LARGEST)
    assert len(read_bytes(source.path)[0]) == LARGEST


def test_a_very_deep_folder_is_walked(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 500)
    plant(deep, "onder.txt")
    assert keys(tmp_path) == ["d/" * 500 + "onder.txt"]


@given(st.lists(st.text(alphabet="aA0129é.-", min_size=1, max_size=6), unique=True))
def test_the_natural_order_is_one_and_the_same_however_it_starts(names: list[str]) -> None:
    assert sorted(names, key=natural) == sorted(reversed(names), key=natural)


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_numbers_in_names_are_ordered_by_what_they_count(one: int, other: int) -> None:
    assert (natural(f"a{one}") < natural(f"a{other}")) == (one < other)


def test_reading_does_not_wait_for_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    with pytest.raises(Unreadable, match="no plain file"):
        read_bytes(str(pipe))
