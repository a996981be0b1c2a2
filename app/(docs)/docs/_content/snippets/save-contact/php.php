<?php
// Saves a contact; if the number is known, its fields are merged.
// Takes a token with the scope manage.

$curl = curl_init('http://localhost:3000/api/contacts');
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('ACTIO_TOKEN'),
        'Content-Type: application/json',
    ],
    CURLOPT_POSTFIELDS => json_encode([
        'number' => '48732129000',
        'fields' => ['first_name' => 'Ada'],
    ]),
]);
$contact = json_decode((string) curl_exec($curl), true);

if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 200) {
    fwrite(STDERR, ($contact['detail'] ?? curl_error($curl)) . "\n");
    exit(1);
}
echo "{$contact['contact_id']} {$contact['number']}\n";
