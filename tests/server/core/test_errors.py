"""What a refusal says of itself."""

import pytest

from server.core.errors import RateLimited, Unavailable
from server.words.say import say


@pytest.mark.parametrize(
    ("seconds", "wait"), [(1, "1 s"), (60, "60 s"), (99, "99 s"), (100, "2 min"), (1798, "30 min")]
)
def test_a_wait_is_said_as_people_say_it(seconds: int, wait: str) -> None:
    for refusal in (RateLimited(seconds), Unavailable(seconds)):
        assert refusal.params == {"seconds": seconds, "wait": wait}
        for language in ("en", "es", "ro", "de"):
            assert wait in say("errors", refusal.code, language, **refusal.params)
