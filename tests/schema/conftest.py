"""Fixtures of the tests of reading."""

from tests.schema.places import desk as desk
from tests.schema.places import place as place
from tests.schema.places import tidy as tidy
