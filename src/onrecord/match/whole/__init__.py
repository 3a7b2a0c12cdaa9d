"""All persons of a record matched at once, in arrays: the same clusters as one by one."""
