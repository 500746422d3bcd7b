"""Identities that reveal nothing."""

import pytest

from heard.terms.errors import Malformed
from heard.terms.ids import random_id, require_id


def test_fresh_identities_are_valid_and_differ():
    fresh = {random_id() for _ in range(50)}
    assert len(fresh) == 50
    assert all(require_id(one) == one for one in fresh)


@pytest.mark.parametrize("text", ["", "a" * 31, "a" * 33, "A" * 32, "g" * 32, "a" * 32 + "\n", "١" * 32])
def test_what_is_no_identity_is_refused(text):
    with pytest.raises(Malformed):
        require_id(text)
