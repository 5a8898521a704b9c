"""What a network says of two sentences that it reads together."""
