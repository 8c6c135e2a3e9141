"""What every test stands on: no setting, note or cache of whoever runs it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("newsreader", deadline=None)  # a slow machine is no failure
settings.load_profile("newsreader")


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        patch.setenv("TZ", "UTC")  # moments are told in the zone of the reader
        time.tzset()
        yield
    time.tzset()
