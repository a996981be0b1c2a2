<?php
// Prints the status of a message and each step that led to it.

$curl = curl_init('http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA');
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . getenv('ACTIO_TOKEN')],
]);
$message = json_decode((string) curl_exec($curl), true);

if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 200) {
    fwrite(STDERR, ($message['detail'] ?? curl_error($curl)) . "\n");
    exit(1);
}
echo "{$message['message_id']} {$message['status']}\n";
foreach ($message['events'] as $event) {
    echo "{$event['at']} {$event['type']}\n";
}
