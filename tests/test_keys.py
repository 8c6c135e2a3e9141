"""The registry of actions, and how key presses become actions."""

import pytest

from tui.actions import ACTIONS, BY_ID, EVERYWHERE
from tui.keys import Keymap, KeymapError, parse, show


def press(keymap, keys, pane="article"):
    pending, action = (), None
    for key in keys:
        step = keymap.feed(pending, key, pane)
        pending, action = step.pending, step.action
    return action, pending


def test_every_action_has_its_own_id_and_a_sentence_of_help():
    assert len(BY_ID) == len(ACTIONS)
    for action in ACTIONS:
        assert action.keys and action.label and action.help.endswith(".")
        assert set(action.footer) <= set(action.scenes) <= set(EVERYWHERE)


@pytest.mark.parametrize(
    "written, keys",
    [
        ("j", ("j",)),
        ("gg", ("g", "g")),
        ("]f", ("]", "f")),
        ("ctrl+d", ("ctrl+d",)),
        ("space", ("space",)),
        ("g enter", ("g", "enter")),
        ("up", ("up",)),
        ("shift+tab", ("shift+tab",)),
        ("f5", ("f5",)),
    ],
)
def test_a_key_is_read_as_it_is_printed(written, keys):
    assert parse(written) == keys


@pytest.mark.parametrize(
    "written, part",
    [
        ("entr", "did you mean 'enter'"),
        ("", "empty key"),
        ("meta+x", "only ctrl, shift and alt"),
        ("ctrl+zz", "no key 'zz'"),
        ("shift+j", "write 'J'"),
        ("ctrl+i", "send 'ctrl+i' as 'tab'"),
    ],
)
def test_a_misspelt_key_is_refused_with_what_to_do(written, part):
    with pytest.raises(KeymapError, match="down") as error:
        Keymap({"down": [written]})
    assert part in str(error.value)


@pytest.mark.parametrize(
    "keys, action",
    [
        (["j"], "down"),
        (["down"], "down"),
        (["g", "g"], "top"),
        (["]", "f"], "next_figure"),
        (["[", "c"], "previous_claim"),
        (["ctrl+d"], "half_down"),
        (["Q"], "quit"),
    ],
)
def test_keys_and_sequences_come_to_their_action(keys, action):
    assert press(Keymap(), keys) == (action, ())


def test_a_sequence_waits_and_says_how_it_goes_on():
    keymap = Keymap()
    step = keymap.feed((), "]", "article")
    assert (step.action, step.pending, step.known) == (None, ("]",), True)
    follows = {keys: action.id for keys, action in keymap.follow(step.pending, "article")}
    named = {"f": "next_figure", "c": "next_claim", "u": "next_unread", "x": "next_cut"}
    assert follows == named | {"a": "next_mark"}


def test_a_key_that_does_not_fit_ends_the_sequence_and_does_nothing():
    keymap = Keymap()
    step = keymap.feed(("g",), "j", "article")
    assert (step.action, step.pending, step.known) == (None, (), True)
    assert not keymap.feed((), "%", "article").known


def test_an_action_of_some_panes_does_nothing_in_another():
    assert press(Keymap(), ["x"], "article") == ("decide", ())
    assert press(Keymap(), ["x"], "list") == (None, ())


def test_a_keymap_replaces_the_keys_of_an_action():
    keymap = Keymap({"down": ["ctrl+n"]})
    assert press(keymap, ["ctrl+n"]) == ("down", ())
    assert press(keymap, ["j"]) == (None, ())
    assert keymap.label("down") == "ctrl+n"
    assert keymap.label("up") == "k ↑"


def test_an_action_can_be_left_without_a_key():
    keymap = Keymap({"theme": []})
    assert keymap.first("theme") == "" and keymap.label("theme") == ""


@pytest.mark.parametrize(
    "overrides, part",
    [
        ({"dwon": ["j"]}, "did you mean 'down'"),
        ({"zen": ["j"]}, "in the way of"),
        ({"zen": ["g"]}, "in the way of 'g"),
        ({"zen": ["]fx"]}, "no key"),
    ],
)
def test_a_keymap_that_cannot_be_is_refused(overrides, part):
    with pytest.raises(KeymapError) as error:
        Keymap(overrides)
    assert part in str(error.value)


def test_keys_are_printed_short():
    assert show(("g", "g")) == "gg"
    assert show(("down",)) == "↓"
    assert show(("g", "enter")) == "g enter"
