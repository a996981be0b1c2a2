<?php
// Prints all messages of the last day, newest first, one page after the other.

function messagesSince(int $since): Generator
{
    $cursor = null;
    do {
        $query = http_build_query([
            'since' => gmdate('Y-m-d\TH:i:s\Z', $since),
            'limit' => '100',
            'cursor' => $cursor,
        ]);
        $curl = curl_init("http://localhost:3000/api/sms?$query");
        curl_setopt_array($curl, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 30,
            CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . getenv('ACTIO_TOKEN')],
        ]);
        $page = json_decode((string) curl_exec($curl), true);
        if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 200) {
            throw new RuntimeException($page['detail'] ?? curl_error($curl));
        }
        yield from $page['data'];
        $cursor = $page['next_cursor'];
    } while ($cursor !== null);
}

try {
    foreach (messagesSince(time() - 86400) as $message) {
        echo "{$message['message_id']} {$message['status']} {$message['to']}\n";
    }
} catch (RuntimeException $error) {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(1);
}
