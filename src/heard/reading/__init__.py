"""From a file to a text with stable offsets, and from a text to draft claims."""
