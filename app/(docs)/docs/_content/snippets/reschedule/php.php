<?php
// Reschedules a message to two hours from now.

$curl = curl_init('http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA');
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_CUSTOMREQUEST => 'PATCH',
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('ACTIO_TOKEN'),
        'Content-Type: application/json',
    ],
    CURLOPT_POSTFIELDS => json_encode(['scheduled_at' => date(DATE_ATOM, time() + 7200)]),
]);
$message = json_decode((string) curl_exec($curl), true);

if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 200) {
    // 409: it was sent and can't be rescheduled.
    fwrite(STDERR, ($message['detail'] ?? curl_error($curl)) . "\n");
    exit(1);
}
echo "{$message['message_id']} {$message['status']} {$message['scheduled_at']}\n";
