"""The values of a pitch day and the rules that they keep by themselves."""
