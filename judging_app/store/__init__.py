"""The event file: values in, values out, nothing computed."""
