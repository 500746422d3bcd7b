"""What templates can print of the register's values."""
