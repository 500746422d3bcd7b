"""From judgements to persons and incidents."""
