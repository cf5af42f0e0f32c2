"""What the application does, as functions: read, check, audit, watch. The faces call these and nothing below them."""
