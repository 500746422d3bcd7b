"""Dates as written in English outside the United States too: the day first, the month in words."""
