"""boto3's paginator over all pages: boto3_peer.py <endpoint>"""
import sys
import time

import boto3

client = boto3.client("xray", endpoint_url=sys.argv[1], region_name="us-east-1")
start = time.perf_counter()
count, last, first = 0, "", 0.0
for page in client.get_paginator("get_trace_summaries").paginate(StartTime=1790000000, EndTime=1790000900):
    for summary in page["TraceSummaries"]:
        if count == 0:
            first = time.perf_counter() - start
            print("first", flush=True)
        count += 1
        last = summary["Id"]
print("pass", count, last, time.perf_counter() - start, first, flush=True)
