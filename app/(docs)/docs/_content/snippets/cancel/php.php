<?php
// Cancels a scheduled message and refunds its credits.

$curl = curl_init('http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA');
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_CUSTOMREQUEST => 'DELETE',
    CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . getenv('ACTIO_TOKEN')],
]);
$message = json_decode((string) curl_exec($curl), true);

if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 200) {
    // 409: it has left and cannot be called back.
    fwrite(STDERR, ($message['detail'] ?? curl_error($curl)) . "\n");
    exit(1);
}
echo "{$message['message_id']} {$message['status']}\n";
