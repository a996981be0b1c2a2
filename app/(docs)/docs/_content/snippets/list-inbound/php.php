<?php
// Prints the newest 20 messages from phones.

$curl = curl_init('http://localhost:3000/api/inbound?limit=20');
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . getenv('ACTIO_TOKEN')],
]);
$page = json_decode((string) curl_exec($curl), true);

if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 200) {
    fwrite(STDERR, ($page['detail'] ?? curl_error($curl)) . "\n");
    exit(1);
}
foreach ($page['data'] as $message) {
    echo "{$message['message_id']} {$message['from']} {$message['body']}\n";
}
