"""What the register answers: plain values, never rows; each query says who asks."""
